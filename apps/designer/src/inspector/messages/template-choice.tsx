import type { TemplateView } from "@parley/api";
import type { Json, Template } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Field, Select } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
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
  const { templates, error, apps, appId } = registry;
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
      {apps.length < 2 ? null : (
        <Field label={t.app} hint={t.appHint}>
          {(control) => (
            <Select
              {...control}
              value={appId}
              options={apps.map(({ id, name: title, displayPhoneNumber }) => ({
                value: id,
                label: title || displayPhoneNumber,
              }))}
              onChange={({ target }) => registry.chooseApp(target.value)}
            />
          )}
        </Field>
      )}
      {templates.length === 0 ? (
        <div className={styles["notice"]} role="status">
          <p>{t.none}</p>
          <a href="/templates">{t.toTemplates}</a>
        </div>
      ) : (
        <SelectControl
          field={{
            ...name,
            value: known === undefined ? "" : keyOf(known),
            set: (next) => choose(String(next)),
            ...(known === undefined ? { name: "template", error: undefined } : {}),
          }}
          label={t.choose}
          isRequired
          options={[
            { value: "", label: textAt(config, "name") === "" ? t.chooseOne : t.byName },
            ...ordered(templates).map((one) => ({ value: keyOf(one), label: labelOf(one, t), group: groupOf(one, t) })),
          ]}
        />
      )}
      {known === undefined || known.status === "approved" ? null : (
        <div className={styles["notice"]} role="status">
          <p>{t.notApproved(t.statuses[known.status], known.reason)}</p>
        </div>
      )}
    </>
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
