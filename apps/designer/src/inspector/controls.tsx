import { type ComponentProps, type ReactNode, useRef } from "react";
import { Checkbox, type ControlProps, Field, Select, TextArea, TextInput } from "../ui/field.tsx";
import type { BoundField } from "./bound-field.ts";
import { useWantedField } from "./wanted-field.ts";

/** What every control of a bound field takes. */
export type FieldProps = {
  readonly field: BoundField;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
};

type FrameProps = FieldProps & {
  readonly count?: { readonly used: number; readonly limit: number } | undefined;
  readonly warning?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
};

/** A labelled control with what is said of its field; it takes the focus when its field is asked for. */
export function FieldFrame({ field, label, hint, isRequired = false, count, warning, children }: FrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  useWantedField(field.name, frame);
  return (
    <div ref={frame} data-field={field.name}>
      <Field
        label={label}
        hint={hint}
        error={field.error}
        warning={field.warning ?? warning}
        isRequired={isRequired}
        count={count}
      >
        {children}
      </Field>
    </div>
  );
}

/** One line of text, or several. */
export function TextControl(props: FieldProps & { readonly limit?: number; readonly isMultiline?: boolean }) {
  const { field, limit, isMultiline = false } = props;
  const text = typeof field.value === "string" ? field.value : "";
  const count = limit === undefined ? undefined : { used: text.length, limit };
  return (
    <FieldFrame {...props} count={count}>
      {(control) => {
        const common = { ...control, value: text, readOnly: field.isReadOnly, onBlur: field.onBlur };
        return isMultiline ? (
          <TextArea {...common} onChange={({ target }) => field.set(target.value)} />
        ) : (
          <TextInput {...common} onChange={({ target }) => field.set(target.value)} />
        );
      }}
    </FieldFrame>
  );
}

/** One of a few values. A value that is none of them, such as a newer version's, is shown as it is. */
export function SelectControl(props: FieldProps & Pick<ComponentProps<typeof Select>, "options">) {
  const { field } = props;
  const value = typeof field.value === "string" ? field.value : "";
  const isKnown = props.options.some((option) => option.value === value);
  const options = isKnown ? props.options : [{ value, label: value }, ...props.options];
  return (
    <FieldFrame {...props}>
      {(control) => (
        <Select
          {...control}
          value={value}
          options={options}
          disabled={field.isReadOnly}
          onChange={({ target }) => field.set(target.value)}
          onBlur={field.onBlur}
        />
      )}
    </FieldFrame>
  );
}

/** Yes or no. */
export function CheckboxControl({ field, label, hint }: FieldProps & { readonly hint?: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useWantedField(field.name, frame);
  return (
    <div ref={frame} data-field={field.name}>
      <Checkbox
        label={label}
        {...(hint === undefined ? {} : { hint })}
        checked={field.value === true}
        disabled={field.isReadOnly}
        onChange={({ target }) => field.set(target.checked)}
        onBlur={field.onBlur}
      />
    </div>
  );
}
