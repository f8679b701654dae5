import { Toast as BaseToast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./toast.module.css";

const manager = BaseToast.createToastManager();

/** Says that something has happened, with at most one thing to do about it, such as undoing it. Goes by itself. */
export function showToast(text: string, action?: { readonly label: string; readonly onChoose: () => void }): void {
  if (action === undefined) {
    manager.add({ title: text });
    return;
  }
  const onClick = (): void => {
    manager.close(id);
    action.onChoose();
  };
  const id = manager.add({ title: text, actionProps: { children: action.label, onClick }, timeout: 10_000 });
}

/** Where toasts appear; once in the app. */
export function Toasts() {
  return (
    <BaseToast.Provider toastManager={manager}>
      <BaseToast.Portal>
        <BaseToast.Viewport className={styles["viewport"]}>
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToastList() {
  const { toasts } = BaseToast.useToastManager();
  const { close } = useTexts().shell;
  return toasts.map((toast) => (
    <BaseToast.Root key={toast.id} toast={toast} className={styles["toast"]}>
      <BaseToast.Title className={styles["text"]} render={<div />} />
      <BaseToast.Action className={styles["action"]} />
      <BaseToast.Close className={styles["close"]} aria-label={close}>
        <X size={14} aria-hidden />
      </BaseToast.Close>
    </BaseToast.Root>
  ));
}
