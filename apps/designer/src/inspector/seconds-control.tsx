import { timeInWords } from "../nodes/in-words.ts";
import { useTexts } from "../texts/use-texts.ts";
import type { FieldProps } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import styles from "./inspector.module.css";
import type { ScopePlace } from "./scope.ts";
import { secondsFrom, settledSecondsFrom } from "./seconds.ts";

/** A number of seconds or an expression, and the wait in words. */
export function SecondsControl({ field, hint, ...rest }: FieldProps & { readonly place: ScopePlace }) {
  const texts = useTexts();
  const nothing = rest.isRequired === true ? "" : undefined;
  const words = typeof field.value === "number" && field.value >= 60 ? timeInWords(field.value, texts) : "";
  return (
    <ExpressionControl
      {...rest}
      field={field}
      hint={
        <>
          {words === "" ? null : <span className={styles["words"]}>{words}. </span>}
          {hint}
        </>
      }
      write={(value) => (typeof value === "number" || typeof value === "string" ? String(value) : "")}
      read={(text) => secondsFrom(text) ?? nothing}
      onLeave={(text) => {
        const settled = settledSecondsFrom(text) ?? nothing;
        if (!field.isReadOnly && settled !== field.value) field.set(settled);
      }}
    />
  );
}
