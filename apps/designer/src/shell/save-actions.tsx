import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { FormActions } from "../ui/form.tsx";
import type { FormState } from "../ui/use-form.ts";
import styles from "./save-actions.module.css";

type SaveActionsProps = {
  readonly form: Pick<FormState<never>, "isDirty" | "reset">;
  readonly isPending: boolean;
};

/** Saves what was changed, or goes back to what is saved; there while there is something to save. */
export function SaveActions({ form, isPending }: SaveActionsProps) {
  const { shell: t } = useTexts();
  if (!form.isDirty) return null;
  return (
    <div className={styles["bar"]}>
      <FormActions>
        <span role="status">{t.unsaved}</span>
        <Button onClick={form.reset}>{t.discard}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {isPending ? t.saving : t.save}
        </Button>
      </FormActions>
    </div>
  );
}
