import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { FormBar } from "../ui/form.tsx";
import type { FormState } from "../ui/use-form.ts";

type SaveActionsProps = {
  readonly form: Pick<FormState<never>, "isDirty" | "reset">;
  readonly isPending: boolean;
};

/** Saves what was changed, or goes back to what is saved; there while there is something to save. */
export function SaveActions({ form, isPending }: SaveActionsProps) {
  const { shell: t } = useTexts();
  if (!form.isDirty) return null;
  return (
    <FormBar>
      <span role="status">{t.unsaved}</span>
      <Button onClick={form.reset}>{t.discard}</Button>
      <Button type="submit" kind="primary" disabled={isPending}>
        {isPending ? t.saving : t.save}
      </Button>
    </FormBar>
  );
}
