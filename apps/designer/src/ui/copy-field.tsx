import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import styles from "./copy-field.module.css";
import { Field, TextInput } from "./field.tsx";

type CopyFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly warning?: string | undefined;
};

/** A text to be taken elsewhere: it is read here, and copied by a button. */
export function CopyField({ label, value, hint, warning }: CopyFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} warning={warning}>
      {(control) => (
        <span className={styles["line"]}>
          <TextInput
            {...control}
            aria-invalid={undefined}
            aria-required={undefined}
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton what={label} text={value} />
        </span>
      )}
    </Field>
  );
}
