import type { ComponentProps, ReactNode, Ref } from "react";
import { Field, TextArea, TextInput } from "./field.tsx";

type FieldPart = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly isRequired?: boolean;
  /** The most characters, where a counter is to show how many are used. */
  readonly limit?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

type TextFieldProps = FieldPart & Omit<ComponentProps<"input">, keyof FieldPart | "ref">;

/** A labelled line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, warning, isRequired, limit, value, onChange, ...rest } = props;
  return (
    <Field {...partsOf({ label, hint, error, warning, isRequired, limit, value })}>
      {(control) => (
        <TextInput
          autoComplete="off"
          {...control}
          {...rest}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaFieldProps = FieldPart &
  Omit<ComponentProps<"textarea">, keyof FieldPart | "ref"> & { readonly inputRef?: Ref<HTMLTextAreaElement> };

/** Several labelled lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, warning, isRequired, limit, value, onChange, inputRef, ...rest } = props;
  return (
    <Field {...partsOf({ label, hint, error, warning, isRequired, limit, value })}>
      {(control) => (
        <TextArea
          {...control}
          {...rest}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type Parts = Omit<{ [Key in keyof FieldPart]: FieldPart[Key] | undefined }, "onChange">;

function partsOf({ label = "", hint, error, warning, isRequired = false, limit, value = "" }: Parts) {
  return {
    label,
    error,
    warning,
    isRequired,
    ...(hint === undefined ? {} : { hint }),
    count: limit === undefined ? undefined : { used: value.length, limit },
  };
}
