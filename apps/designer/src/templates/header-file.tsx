import { useAreaTexts } from "../texts/use-area-texts.ts";
import { TextField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";

/** The sample file of a header, by the handle that its upload gave: Meta takes samples by an API of their own, which wants the id of a Meta app. */
export function HeaderFile() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  return (
    <TextField
      label={t.headerHandle}
      hint={t.headerFileHint}
      error={problem("header.example", t.headerHandle)}
      isRequired
      disabled={isReadOnly}
      value={form.values.headerFile}
      onChange={(headerFile) => form.change({ headerFile })}
    />
  );
}
