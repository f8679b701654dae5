import type { Ref } from "react";
import type { ScopeVariable } from "../document/scope.ts";
import { useTexts } from "../texts/use-texts.ts";
import { FieldFrame, type FieldProps } from "./controls.tsx";
import { type ExpressionHandle, ExpressionInput } from "./expression-input.tsx";
import { expressionsIn, standingsOf } from "./expression-standing.ts";
import { type ScopePlace, useScope } from "./scope.ts";

type ExpressionControlProps = FieldProps & {
  readonly place: ScopePlace;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** Whether it is JavaScript, with its colours. */
  readonly isScript?: boolean;
  readonly count?: { readonly used: number; readonly limit: number };
  readonly handle?: Ref<ExpressionHandle>;
  /** How the field's value is written, and what a text that is typed means; as texts alone unless said. */
  readonly write?: (value: FieldProps["field"]["value"]) => string;
  readonly read?: (text: string) => FieldProps["field"]["value"];
  readonly onLeave?: (text: string) => void;
};

/** A bound field that may hold expressions, with a warning for those that have no value here. */
export function ExpressionControl(props: ExpressionControlProps) {
  const { field, place, onLeave, write = plainText, read = (text) => text } = props;
  const texts = useTexts();
  const text = write(field.value);
  const unset = firstUnset(text, useScope(place));
  const warning = unset === undefined ? undefined : texts.inspector.expression.outOfScope(unset);
  return (
    <FieldFrame {...props} warning={field.error === undefined ? warning : undefined}>
      {(control) => (
        <ExpressionInput
          control={control}
          label={props.label}
          text={text}
          place={place}
          isReadOnly={field.isReadOnly}
          onChange={(next) => field.set(read(next))}
          onBlur={() => {
            onLeave?.(text);
            field.onBlur();
          }}
          isMultiline={props.isMultiline}
          isScript={props.isScript}
          placeholder={props.placeholder}
          handle={props.handle}
        />
      )}
    </FieldFrame>
  );
}

function plainText(value: FieldProps["field"]["value"]): string {
  return typeof value === "string" ? value : "";
}

function firstUnset(text: string, variables: readonly ScopeVariable[]): string | undefined {
  const found = expressionsIn(text);
  if (found.length === 0) return undefined;
  const standingOf = standingsOf(variables);
  return found.find((expression) => standingOf(expression.text).type === "unknown")?.text;
}
