import type { ReactNode } from "react";
import styles from "./page-message.module.css";

type PageMessageProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** All that a page has to say: that something is not there, went wrong, or must be told first. */
export function PageMessage({ title, children, actions }: PageMessageProps) {
  return (
    <main className={styles["page"]}>
      <div className={styles["message"]}>
        <h1 className={styles["title"]}>{title}</h1>
        {children}
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </div>
    </main>
  );
}
