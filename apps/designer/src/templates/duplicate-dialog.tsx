import { saveTemplate } from "@parley/api";
import { checkTemplate, type Template } from "@parley/messaging";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import type { InputProblems } from "../server/input-problems.ts";
import { templatesQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { showToast } from "../ui/toast.tsx";
import { LanguageField } from "./language-field.tsx";
import { languageName, templateLanguages } from "./languages.ts";

type DuplicateDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly appId: string;
  readonly template: Template;
};

/** Makes a draft of the same name in another language, and opens it. */
export function DuplicateDialog({ isOpen, onClose, appId, template }: DuplicateDialogProps) {
  const { templates: t } = useAreaTexts();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.duplicateTitle(template.name)}>
      {isOpen ? <Duplicate onClose={onClose} appId={appId} template={template} /> : null}
    </Dialog>
  );
}

function Duplicate({ onClose, appId, template }: Omit<DuplicateDialogProps, "isOpen">) {
  const { templates: t, shell } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data = [] } = useQuery(templatesQuery(appId));
  const { name } = template;
  const taken = new Set(data.filter((one) => one.template.name === name).map((one) => one.template.language));
  const [language, setLanguage] = useState(() => templateLanguages.find((one) => !taken.has(one)) ?? "");
  const wanted = language.trim();
  const copy = { ...template, language: wanted };
  const { submit, problem, failure, isPending } = useSubmit({
    problems: problemsOf(copy, taken, t),
    act: () => ask(saveTemplate, { params: { appId, name, language: wanted }, body: { template: copy } }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: templatesQuery(appId).queryKey });
      onClose();
      showToast(t.duplicated(languageName(wanted, shell.locale)));
      await navigate({ to: "/templates/$appId/$name/$language", params: { appId, name, language: wanted } });
    },
  });
  return (
    <Form onSubmit={submit}>
      <p>{t.duplicateAbout}</p>
      <LanguageField value={language} onChange={setLanguage} error={problem("language", t.language)} />
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <FormActions>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {t.create}
        </Button>
      </FormActions>
    </Form>
  );
}

type TemplateTexts = ReturnType<typeof useAreaTexts>["templates"];

function problemsOf(copy: Template, taken: ReadonlySet<string>, t: TemplateTexts): InputProblems {
  if (taken.has(copy.language)) return new Map([["language", t.nameTaken]]);
  const isWrong = checkTemplate(copy).some(({ field }) => field === "language");
  return isWrong ? new Map([["language", t.languageProblem]]) : new Map();
}
