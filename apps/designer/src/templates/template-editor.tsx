import { saveTemplate, submitTemplate, type TemplateView } from "@parley/api";
import { checkTemplate, type Template } from "@parley/messaging";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { templatesQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { LeaveGuard } from "../shell/leave-guard.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormBar, FormError } from "../ui/form.tsx";
import { showToast } from "../ui/toast.tsx";
import { useForm } from "../ui/use-form.ts";
import { EditingProvider } from "./editing.ts";
import { ProblemList } from "./problem-list.tsx";
import { TemplateFields } from "./template-fields.tsx";
import { fromTemplateForm, toTemplateForm } from "./template-form.ts";
import styles from "./template-editor.module.css";
import { TemplatePreview } from "./template-preview.tsx";

/** WhatsApp lets a template be changed while it has decided nothing against it (Cloud API, Message templates, Edit). */
const locked = ["pending", "disabled", "deleted"] as const;

/** Writes a template: its fields, with Meta's rules at them, and beside them how WhatsApp shows it. */
export function TemplateEditor({ view }: { readonly view: TemplateView }) {
  const texts = useAreaTexts();
  const { templates: t, shell } = texts;
  const { name, language } = view.template;
  const written = view.draft ?? view.template;
  const form = useForm(toTemplateForm(written));
  const template = fromTemplateForm(form.values, { name, language });
  const problems = checkTemplate(template);
  const [isAsked, setIsAsked] = useState(false);
  const { save, submit, isPending, error } = useHandingIn(view, {
    template,
    isDirty: form.isDirty,
    onSaved: form.reset,
  });
  const lock = locked.find((status) => status === view.status);
  const isKnown = view.providerId !== undefined;
  // What nobody has written yet is not wrong yet.
  const isBegun = isAsked || form.isDirty || written.body !== "";
  const isSettled = view.status === "approved" && view.draft === undefined && !form.isDirty;
  const trySubmit = (): void => {
    setIsAsked(true);
    if (problems.length === 0) submit();
  };
  return (
    <div className={styles["parts"]}>
      <Form onSubmit={trySubmit} id="template">
        {lock === undefined ? null : <p className={styles["lock"]}>{t.readOnly[lock]}</p>}
        {view.status === "approved" ? (
          <p className={styles["lock"]}>{view.draft === undefined ? t.editHint : t.editedHint}</p>
        ) : null}
        <EditingProvider value={{ form, problems: isBegun ? problems : [], isReadOnly: lock !== undefined, isKnown }}>
          <TemplateFields />
        </EditingProvider>
        {lock !== undefined ? null : (
          <>
            {isBegun && !isSettled ? <ProblemList problems={problems} /> : null}
            {error === null ? null : <FormError>{sentenceOf(error, texts)}</FormError>}
            <FormBar>
              {form.isDirty ? (
                <>
                  <span role="status">{shell.unsaved}</span>
                  <Button onClick={form.reset}>{shell.discard}</Button>
                </>
              ) : null}
              <Button disabled={isPending || !form.isDirty} onClick={save}>
                {t.saveDraft}
              </Button>
              <Button type="submit" kind="primary" disabled={isPending || isSettled}>
                {isPending ? t.submitting : t.submit}
              </Button>
            </FormBar>
          </>
        )}
      </Form>
      <TemplatePreview template={template} />
      <LeaveGuard isDirty={form.isDirty} />
    </div>
  );
}

type HandedIn = { readonly template: Template; readonly isDirty: boolean; readonly onSaved: () => void };

/** Saves a draft, and submits it; what is not saved yet is saved before it is submitted. */
function useHandingIn({ appId }: TemplateView, { template, isDirty, onSaved }: HandedIn) {
  const { templates: t } = useAreaTexts();
  const client = useQueryClient();
  const { name, language } = template;
  const params = { appId, name, language };
  const refresh = () => client.invalidateQueries({ queryKey: templatesQuery(appId).queryKey });
  const store = async (): Promise<void> => {
    await ask(saveTemplate, { params, body: { template } });
    await refresh();
    onSaved();
  };
  const saving = useMutation({ mutationFn: store, onSuccess: () => showToast(t.saved) });
  const submitting = useMutation({
    mutationFn: async () => {
      if (isDirty) await store();
      return ask(submitTemplate, { params });
    },
    onSuccess: ({ status }) => showToast(status === "approved" ? t.approvedAtOnce : t.submitted),
    onSettled: refresh,
  });
  return {
    save: () => saving.mutate(),
    submit: () => submitting.mutate(),
    isPending: saving.isPending || submitting.isPending,
    error: submitting.error ?? saving.error,
  };
}
