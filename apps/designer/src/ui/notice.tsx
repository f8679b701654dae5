import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./notice.module.css";

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert };

type NoticeProps = {
  readonly kind: keyof typeof icons;
  readonly children: ReactNode;
  /** Buttons with what can be done about it. */
  readonly actions?: ReactNode;
};

/** A line across the page that says what is so, and stays while it is. */
export function Notice({ kind, children, actions }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div className={styles["notice"]} data-kind={kind} role={kind === "error" ? "alert" : "status"}>
      <Icon size={16} className={styles["icon"]} aria-hidden />
      <div className={styles["text"]}>{children}</div>
      {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
    </div>
  );
}
