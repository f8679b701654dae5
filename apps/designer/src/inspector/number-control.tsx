import { TextInput } from "../ui/field.tsx";
import { FieldFrame, type FieldProps } from "./controls.tsx";

/** A number. What is none yet stays as it is typed, so that the flow's own check says what would be right. */
export function NumberControl(props: FieldProps & { readonly nothing?: "" | undefined }) {
  const { field } = props;
  const text = typeof field.value === "number" || typeof field.value === "string" ? String(field.value) : "";
  return (
    <FieldFrame {...props}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={text}
          readOnly={field.isReadOnly}
          onChange={({ target }) => field.set(numberFrom(target.value))}
          onBlur={field.onBlur}
        />
      )}
    </FieldFrame>
  );
}

/** A text as the number that it writes; any other as it is. */
export function numberFrom(text: string): number | string {
  return /^-?\d{1,12}(\.\d{0,5}[1-9])?$/.test(text.trim()) ? Number(text) : text;
}
