import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

type SectionProps = {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** Beside the title. */
  readonly mark?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A part of a page under a heading of its own. */
export function Section({ title, about, mark, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <div className={styles["head"]}>
        <div className={styles["titles"]}>
          <h2 id={id} className={styles["title"]}>
            {title}
          </h2>
          {mark}
        </div>
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </div>
      {about === undefined ? null : <p className={styles["about"]}>{about}</p>}
      {children}
    </section>
  );
}
