import { CircleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** What ties a control to its label, its hint and its error. */
export type ControlProps = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
};

type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what would be right. */
  readonly error?: string | undefined;
  /** How much of a limit is used up. */
  readonly count?: { readonly used: number; readonly limit: number } | undefined;
  readonly children: (control: ControlProps) => ReactNode;
};

/** A labelled control with its hint, counter and error. */
export function Field({ label, hint, error, count, children }: FieldProps) {
  const id = useId();
  const about = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`].filter(Boolean);
  const describedBy = about.length === 0 ? undefined : about.join(" ");
  return (
    <div className={styles["field"]}>
      <div className={styles["label"]}>
        <label htmlFor={id}>{label}</label>
        {count === undefined ? null : (
          <span className={styles["counter"]} data-over={count.used > count.limit ? "" : undefined}>
            {count.used} / {count.limit}
          </span>
        )}
      </div>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error !== undefined })}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={styles["error"]}>
          <CircleAlert size={14} aria-hidden /> {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles["hint"]}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One line of text. */
export function TextInput({ className = "", ...rest }: ComponentProps<"input">) {
  return <input type="text" className={`${styles["control"]} ${className}`} {...rest} />;
}

/** Several lines of text. */
export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea className={`${styles["control"]} ${className}`} {...rest} />;
}

/** One of a few. */
export function Select({
  options,
  className = "",
  ...rest
}: ComponentProps<"select"> & { options: readonly { readonly value: string; readonly label: string }[] }) {
  return (
    <select className={`${styles["control"]} ${className}`} {...rest}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Yes or no. */
export function Checkbox({ label, hint, ...rest }: ComponentProps<"input"> & { label: string; hint?: string }) {
  const id = useId();
  return (
    <div className={styles["checkbox"]}>
      <input id={id} type="checkbox" aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...rest} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className={styles["hint"]}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
