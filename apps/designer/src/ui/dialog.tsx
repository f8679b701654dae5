import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import styles from "./dialog.module.css";

type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the one that one came for last. */
  readonly actions?: ReactNode;
};

/** A question that must be answered first. Escape and the backdrop close it, and the focus returns to where it was. */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles["backdrop"]} />
        <BaseDialog.Popup className={styles["popup"]}>
          <BaseDialog.Title className={styles["title"]}>{title}</BaseDialog.Title>
          {children}
          {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
