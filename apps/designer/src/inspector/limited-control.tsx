import { useTexts } from "../texts/use-texts.ts";
import type { FieldProps } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import { measure } from "./measure.ts";
import type { ScopePlace } from "./scope.ts";

type LimitedControlProps = FieldProps & {
  readonly place: ScopePlace;
  /** The most characters that WhatsApp takes. */
  readonly limit: number;
  readonly placeholder?: string;
};

/** A line of text that may hold expressions, with a count of its own characters. */
export function LimitedControl({ limit, hint, ...props }: LimitedControlProps) {
  const { message } = useTexts().inspector;
  const { length, values } = measure(typeof props.field.value === "string" ? props.field.value : "");
  const said = values === 0 ? hint : message.plusValues(values);
  return (
    <ExpressionControl {...props} count={{ used: length, limit }} {...(said === undefined ? {} : { hint: said })} />
  );
}
