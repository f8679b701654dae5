import { messagingLimits, placeholdersIn, type TemplateHeader } from "@parley/messaging";
import { Braces } from "lucide-react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";
import styles from "./fields.module.css";
import { HeaderFile } from "./header-file.tsx";
import { nextPlaceholder } from "./template-form.ts";

const types = ["none", "text", "image", "video", "document", "location"] as const satisfies TemplateHeader["type"][];

/** The header: nothing, a line of text, a file or a place. */
export function HeaderFields() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { headerType } = form.values;
  return (
    <div className={styles["group"]}>
      <SelectField
        label={t.header}
        error={problem("header", t.header)}
        hint={headerType === "location" ? t.headerLocationHint : undefined}
        disabled={isReadOnly}
        options={types.map((value) => ({ value, label: t.headerTypes[value] }))}
        value={headerType}
        onChange={(value) => form.change({ headerType: value })}
      />
      {headerType === "text" ? <HeaderText /> : null}
      {headerType === "image" || headerType === "video" || headerType === "document" ? <HeaderFile /> : null}
    </div>
  );
}

function HeaderText() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { headerText, headerSample, parameterFormat } = form.values;
  const [placeholder] = placeholdersIn(headerText);
  const add = () =>
    form.change(({ headerText: text }) => ({
      headerText: `${text.trimEnd()} {{${nextPlaceholder(text, parameterFormat)}}}`.trimStart(),
    }));
  return (
    <>
      <TextField
        label={t.headerText}
        isRequired
        limit={messagingLimits.templateHeaderLength}
        error={problem("header.text", t.headerText)}
        disabled={isReadOnly}
        value={headerText}
        onChange={(value) => form.change({ headerText: value })}
      />
      {isReadOnly || placeholder !== undefined ? null : (
        <Button className={styles["add"] ?? ""} aria-label={t.addHeaderPlaceholder} onClick={add}>
          <Braces size={14} aria-hidden /> {t.addPlaceholder}
        </Button>
      )}
      {placeholder === undefined ? null : (
        <TextField
          label={t.headerSample(`{{${placeholder}}}`)}
          error={problem("header.example", t.headerSample(`{{${placeholder}}}`))}
          disabled={isReadOnly}
          value={headerSample}
          onChange={(value) => form.change({ headerSample: value })}
        />
      )}
    </>
  );
}
