import type { TemplateHeader } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { TextField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";

type HeaderFileProps = {
  readonly appId: string;
  readonly kind: Extract<TemplateHeader["type"], "image" | "video" | "document">;
};

/** The sample file of a header. */
export function HeaderFile(_props: HeaderFileProps) {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  return (
    <TextField
      label={t.headerHandle}
      hint={t.headerFileHint}
      error={problem("header.example", t.headerFile)}
      disabled={isReadOnly}
      value={form.values.headerFile}
      onChange={(headerFile) => form.change({ headerFile })}
    />
  );
}
