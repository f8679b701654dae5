import { CircleAlert, TriangleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** What ties a control to its label, its hint and its error. */
export type ControlProps = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
  readonly "aria-required": boolean;
};

type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what would be right. */
  readonly error?: string | undefined;
  /** What is allowed and seldom meant. */
  readonly warning?: string | undefined;
  readonly isRequired?: boolean;
  /** How much of a limit is used up. */
  readonly count?: { readonly used: number; readonly limit: number } | undefined;
  readonly children: (control: ControlProps) => ReactNode;
};

/** A labelled control with its hint, counter and error. */
export function Field({ label, hint, error, warning, isRequired = false, count, children }: FieldProps) {
  const id = useId();
  const said = { error, warning, hint };
  const about = Object.entries(said).flatMap(([kind, text]) => (text === undefined ? [] : [`${id}-${kind}`]));
  const describedBy = about.length === 0 ? undefined : about.join(" ");
  return (
    <div className={styles["field"]}>
      <div className={styles["label"]}>
        <label htmlFor={id}>
          {label}
          {isRequired ? <span aria-hidden> *</span> : null}
        </label>
        {count === undefined ? null : (
          <span className={styles["counter"]} data-over={count.used > count.limit ? "" : undefined}>
            {count.used} / {count.limit}
          </span>
        )}
      </div>
      {children({
        id,
        "aria-describedby": describedBy,
        "aria-invalid": error !== undefined,
        "aria-required": isRequired,
      })}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={styles["error"]}>
          <CircleAlert size={14} aria-hidden /> {error}
        </p>
      )}
      {warning === undefined ? null : (
        <p id={`${id}-warning`} className={styles["warning"]}>
          <TriangleAlert size={14} aria-hidden /> {warning}
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

/** One of a few; those with the same group stand under its name. */
export type Option = { readonly value: string; readonly label: string; readonly group?: string };

/** One of a few. */
export function Select({
  options,
  className = "",
  ...rest
}: ComponentProps<"select"> & { options: readonly Option[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <select className={`${styles["control"]} ${className}`} {...rest}>
      {groups.map((group) => {
        const members = options.filter((option) => option.group === group).map(toOption);
        return group === undefined ? (
          members
        ) : (
          <optgroup key={group} label={group}>
            {members}
          </optgroup>
        );
      })}
    </select>
  );
}

function toOption({ value, label }: Option): ReactNode {
  return (
    <option key={value} value={value}>
      {label}
    </option>
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
