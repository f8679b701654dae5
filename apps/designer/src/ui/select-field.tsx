import type { ComponentProps, ReactNode } from "react";
import { Field, type Option, Select } from "./field.tsx";

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly (Option & { readonly value: Value })[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
} & Omit<ComponentProps<"select">, "value" | "onChange">;

/** A labelled choice of one. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, options, value, onChange, ...rest } = props;
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Select
          {...control}
          {...rest}
          options={options}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        />
      )}
    </Field>
  );
}
