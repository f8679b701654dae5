import { messagingLimits, templateCategories } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { FormColumns } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { AuthenticationFields } from "./authentication-fields.tsx";
import { BodyField } from "./body-field.tsx";
import { ButtonList } from "./button-list.tsx";
import { useEditing } from "./editing.ts";
import { HeaderFields } from "./header-fields.tsx";
import { SampleFields } from "./sample-fields.tsx";
import { changeFormat } from "./template-form.ts";

/** The fields of a template; those of a one-time password are others. */
export function TemplateFields() {
  const { form, isReadOnly, isKnown } = useEditing();
  const { templates: t } = useAreaTexts();
  const { category, parameterFormat } = form.values;
  return (
    <>
      <Section title={t.content} about={t.categoryHints[category]}>
        <FormColumns>
          <SelectField
            label={t.categoryLabel}
            {...(isKnown && !isReadOnly ? { hint: t.categoryStays } : {})}
            disabled={isReadOnly || isKnown}
            options={templateCategories.map((value) => ({ value, label: t.category[value] }))}
            value={category}
            onChange={(value) => form.change({ category: value })}
          />
          {category === "authentication" ? null : (
            <SelectField
              label={t.parameterFormat}
              disabled={isReadOnly}
              options={(["positional", "named"] as const).map((value) => ({ value, label: t.parameterFormats[value] }))}
              value={parameterFormat}
              onChange={(value) => form.change((before) => changeFormat(before, value))}
            />
          )}
        </FormColumns>
        {category === "authentication" ? null : <Content />}
      </Section>
      {category === "authentication" ? <AuthenticationFields /> : <ButtonList />}
    </>
  );
}

function Content() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  return (
    <>
      <HeaderFields />
      <BodyField />
      <SampleFields />
      <TextField
        label={t.footer}
        limit={messagingLimits.templateFooterLength}
        error={problem("footer", t.footer)}
        disabled={isReadOnly}
        value={form.values.footer}
        onChange={(footer) => form.change({ footer })}
      />
    </>
  );
}
