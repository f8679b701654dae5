import type { LucideIcon } from "lucide-react";
import styles from "./outline.module.css";

type RowButtonProps = { readonly label: string; readonly icon: LucideIcon; readonly onPress: () => void };

/** A button of a row, for the pointer: the keyboard has keys for the same, so that Tab leaves the outline at once. */
export function RowButton({ label, icon: Icon, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
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
