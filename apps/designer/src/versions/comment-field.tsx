import { apiLimits } from "@parley/api";
import { useTexts } from "../texts/use-texts.ts";
import { Field, TextArea } from "../ui/field.tsx";

type CommentFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

/** What a version says of itself in the history. */
export function CommentField({ value, onChange }: CommentFieldProps) {
  const { makeLive: t } = useTexts().versions;
  return (
    <Field label={t.comment} hint={t.commentHint} count={{ used: value.length, limit: apiLimits.commentLength }}>
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          maxLength={apiLimits.commentLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
