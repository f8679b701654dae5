import { saveTemplate } from "@parley/api";
import { checkTemplate, type Template, templateCategories } from "@parley/messaging";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import type { InputProblems } from "../server/input-problems.ts";
import { templatesQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { LanguageField } from "./language-field.tsx";
import { newTemplate } from "./new-template.ts";
import { templateNameOf } from "./template-name.ts";

type NewTemplateDialogProps = { readonly isOpen: boolean; readonly onClose: () => void; readonly appId: string };

/** Begins a template: what it is called, and what Meta files it under. Its content is written on its page. */
export function NewTemplateDialog({ isOpen, onClose, appId }: NewTemplateDialogProps) {
  const { templates: t } = useAreaTexts();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.new}>
      {isOpen ? <NewTemplate onClose={onClose} appId={appId} /> : null}
    </Dialog>
  );
}

function NewTemplate({ onClose, appId }: Omit<NewTemplateDialogProps, "isOpen">) {
  const { templates: t, shell } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: known = [] } = useQuery(templatesQuery(appId));
  const [typed, setTyped] = useState("");
  const [language, setLanguage] = useState("en");
  const [category, setCategory] = useState<Template["category"]>("utility");
  const name = templateNameOf(typed);
  const template = newTemplate({ name, language: language.trim(), category });
  const isTaken = known.some((one) => one.template.name === name && one.template.language === template.language);
  const { submit, problem, failure, isPending } = useSubmit({
    problems: problemsOf(template, isTaken, t),
    act: () => ask(saveTemplate, { params: { appId, name, language: template.language }, body: { template } }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: templatesQuery(appId).queryKey });
      onClose();
      const params = { appId, name, language: template.language };
      await navigate({ to: "/templates/$appId/$name/$language", params });
    },
  });
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t.name}
        hint={name === "" || name === typed ? t.nameHint : t.nameBecomes(name)}
        error={problem("name", t.name)}
        isRequired
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
      <LanguageField value={language} onChange={setLanguage} error={problem("language", t.language)} />
      <Choice
        label={t.categoryLabel}
        options={templateCategories.map((value) => ({
          value,
          label: t.category[value],
          about: t.categoryHints[value],
        }))}
        value={category}
        onChange={setCategory}
      />
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

function problemsOf(template: Template, isTaken: boolean, t: TemplateTexts): InputProblems {
  const fields = new Set(checkTemplate(template).map(({ field }) => field));
  return new Map([
    ...(fields.has("name") ? [["name", t.nameProblem] as const] : []),
    ...(fields.has("language") ? [["language", t.languageProblem] as const] : []),
    ...(isTaken ? [["name", t.nameTaken] as const] : []),
  ]);
}
