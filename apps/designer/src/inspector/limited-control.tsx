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

/** Of a limit as large as this, the count is shown only when most of it is used. */
const roomy = 200;

/** A line of text that may hold expressions, with a count of its own characters. */
export function LimitedControl({ limit, hint, ...props }: LimitedControlProps) {
  const { message } = useTexts().inspector;
  const { length, values } = measure(typeof props.field.value === "string" ? props.field.value : "");
  const said = values === 0 ? hint : message.plusValues(values);
  const isCounted = limit < roomy || length > limit * 0.8;
  return (
    <ExpressionControl
      {...props}
      {...(isCounted ? { count: { used: length, limit } } : {})}
      {...(said === undefined ? {} : { hint: said })}
    />
  );
}
