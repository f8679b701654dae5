import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./status.module.css";

type StatusProps = {
  /** What it means for a person: it goes, it waits, it does not go, or none of them. */
  readonly tone: "good" | "waiting" | "bad" | "plain";
  readonly Icon: LucideIcon;
  readonly children: ReactNode;
};

/** How something stands, in words and with an icon of its own: the colour only comes on top. */
export function Status({ tone, Icon, children }: StatusProps) {
  return (
    <span className={styles["status"]} data-tone={tone}>
      <Icon size={14} aria-hidden /> {children}
    </span>
  );
}
