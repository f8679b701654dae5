import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useSession } from "../session/session-context.ts";
import styles from "./outline.module.css";

/** What the pointer can do with a row. Who cannot see them has the keys, and the row's name stays short. */
export function RowButtons({ children }: { readonly children: ReactNode }) {
  if (useSession().mode === "read") return null;
  return (
    <span className={styles["buttons"]} aria-hidden>
      {children}
    </span>
  );
}

type RowButtonProps = { readonly label: string; readonly icon: LucideIcon; readonly onPress: () => void };

/** A button of a row, for the pointer: the keyboard has keys for the same, so that Tab leaves the outline at once. */
export function RowButton({ label, icon: Icon, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={label}
      className={styles["button"]}
      onClick={(event) => {
        // The row has what is done happen to it, and gets the focus back.
        event.stopPropagation();
        event.currentTarget.closest<HTMLElement>("[role=treeitem]")?.focus();
        onPress();
      }}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
