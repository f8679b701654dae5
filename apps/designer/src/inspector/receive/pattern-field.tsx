import { useTexts } from "../../texts/use-texts.ts";
import { Field, TextInput } from "../../ui/field.tsx";
import type { BoundField } from "../bound-field.ts";
import { ExpressionControl } from "../expression-control.tsx";
import type { ScopePlace } from "../scope.ts";
import { usePatternTry } from "./use-pattern-try.ts";

type PatternFieldProps = { readonly field: BoundField; readonly place: ScopePlace };

/** A regular expression, and a place to try whether a text matches it. */
export function PatternField({ field, place }: PatternFieldProps) {
  const { receive } = useTexts().inspector;
  const pattern = typeof field.value === "string" ? field.value : "";
  return (
    <>
      <ExpressionControl
        field={field}
        label={receive.pattern}
        hint={receive.patternHint}
        placeholder="^\d{4,6}$"
        place={place}
        read={(text) => (text === "" ? undefined : text)}
      />
      {pattern === "" ? null : <PatternTry pattern={pattern} />}
    </>
  );
}

function PatternTry({ pattern }: { readonly pattern: string }) {
  const { receive } = useTexts().inspector;
  const { text, setText, verdict } = usePatternTry(pattern);
  return (
    <Field
      label={receive.tryIt}
      hint={<span role="status">{verdict === undefined ? "" : receive.verdicts[verdict]}</span>}
    >
      {(control) => (
        <TextInput
          {...control}
          value={text}
          placeholder={receive.tryHint}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Field>
  );
}
