import type { TemplateView } from "@parley/api";
import type { Json, Template } from "@parley/messaging";
import { Link } from "@tanstack/react-router";
import { textAt } from "../../nodes/in-words.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Field, Select } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import type { MessageFormProps } from "./form-props.ts";
import styles from "./messages.module.css";
import type { TemplateRegistry } from "./use-templates.ts";

type TemplateChoiceProps = MessageFormProps & {
  readonly registry: TemplateRegistry;
  readonly onChoose: (template: Template) => void;
};

/** Which template: the approved ones first, the others with how they stand, or one by its name. */
export function TemplateChoice({ nodeId, path, registry, onChoose }: TemplateChoiceProps) {
  const texts = useTexts();
  const { template: t } = texts.messages;
  const name = useNodeField(nodeId, [...path, "name"]);
  const language = useNodeField(nodeId, [...path, "language"]);
  const config: Json = { name: name.value ?? "", language: language.value ?? "" };
  const { templates, error } = registry;
  if (templates === undefined) {
    return (
      <p role={error === null ? "status" : "alert"}>
        {error === null ? t.loading : t.failed(sentenceOf(error, texts))}
      </p>
    );
  }
  const known = registry.find(config);
  const choose = (value: string) => {
    const found = templates.find((one) => keyOf(one) === value);
    if (found !== undefined) onChoose(found.template);
    else if (known !== undefined) name.set("");
  };
  return (
    <>
      <AppChoice registry={registry} />
      {templates.length === 0 ? (
        <div className={styles["notice"]} role="status">
          <p>{t.none}</p>
          <Link to="/templates">{t.toTemplates}</Link>
        </div>
      ) : (
        <SelectControl
          field={{
            ...choiceField(name, known === undefined ? "" : keyOf(known), choose),
            // The name is a field of its own then.
            ...(known === undefined ? { name: "template", error: undefined, warning: undefined } : {}),
          }}
          label={t.choose}
          isRequired
          options={[
            { value: "", label: textAt(config, "name") === "" ? t.chooseOne : t.byName },
            ...ordered(templates).map((one) => ({ value: keyOf(one), label: labelOf(one, t), group: groupOf(one, t) })),
          ]}
        />
      )}
    </>
  );
}

/** Whose templates are offered, where there is more than one app. */
function AppChoice({ registry: { apps, appId, chooseApp } }: Pick<TemplateChoiceProps, "registry">) {
  const { template: t } = useTexts().messages;
  if (apps.length < 2) return null;
  return (
    <Field label={t.app} hint={t.appHint}>
      {(control) => (
        <Select
          {...control}
          value={appId}
          options={apps.map(({ id, name, displayPhoneNumber }) => ({ value: id, label: name || displayPhoneNumber }))}
          onChange={({ target }) => chooseApp(target.value)}
        />
      )}
    </Field>
  );
}

type Words = ReturnType<typeof useTexts>["messages"]["template"];

function keyOf({ template: { name, language } }: TemplateView): string {
  return `${language} ${name}`;
}

function labelOf({ template: { name, language }, status }: TemplateView, t: Words): string {
  return status === "approved" ? t.option(name, language) : t.optionOf(name, language, t.statuses[status]);
}

function groupOf({ status }: TemplateView, t: Words): string {
  return status === "approved" ? t.statuses.approved : t.others;
}

function ordered(templates: readonly TemplateView[]): readonly TemplateView[] {
  const rank = ({ status }: TemplateView) => (status === "approved" ? 0 : 1);
  return templates.toSorted(
    (left, right) => rank(left) - rank(right) || left.template.name.localeCompare(right.template.name),
  );
}
