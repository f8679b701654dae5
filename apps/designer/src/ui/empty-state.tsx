import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

type EmptyStateProps = {
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** What stands where there is nothing yet, or nothing that is looked for: why, and what to do. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles["empty"]}>
      {title === undefined ? null : <h2 className={styles["title"]}>{title}</h2>}
      <p className={styles["text"]}>{children}</p>
      {actions}
    </div>
  );
}
