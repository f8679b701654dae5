import { useId } from "react";
import styles from "./choice.module.css";

/** One of a few, with a sentence on what it means. */
export type ChoiceOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly about: string;
};

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
};

/** One of a few, each with a sentence on what it means; the arrow keys go from one to the next. */
export function Choice<Value extends string>({ label, options, value, onChange, isDisabled }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset className={styles["choice"]} disabled={isDisabled}>
      <legend className={styles["legend"]}>{label}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles["option"]} data-chosen={option.value === value ? "" : undefined}>
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={`${id}-${option.value}-about`}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          <p id={`${id}-${option.value}-about`} className={styles["about"]}>
            {option.about}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
