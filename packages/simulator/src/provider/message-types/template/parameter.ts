import { assertNever, type TemplateParameter } from "@parley/messaging";
import { type MetaError, metaError } from "../../meta-error.ts";
import type { Parameter } from "./component.ts";

/** What is wrong with a value for a placeholder, in Meta's words: of another type, missing, empty, or with line breaks. */
export function parameterProblem(part: "header" | "body", parameter: Parameter): MetaError | undefined {
  switch (parameter.type) {
    case "text": {
      const { text = "" } = parameter;
      if (text === "") return metaError(131008, { details: "Parameter of type text is missing text value" });
      return lineBreakProblem(text);
    }
    case "currency":
    case "date_time": {
      const value = parameter[parameter.type]?.fallback_value;
      const details = `Parameter of type ${parameter.type} is missing fallback_value`;
      return value === undefined ? metaError(131008, { details }) : lineBreakProblem(value);
    }
    case "image":
    case "video":
    case "document":
    case "location":
    case "payload":
    case "coupon_code":
    case "action": {
      const received = parameter.type.toUpperCase();
      return metaError(132012, { details: `${part}: Format mismatch, expected TEXT, received ${received}` });
    }
    default:
      return assertNever(parameter.type);
  }
}

/**
 * A placeholder's value is one line. The table of codes has 132007 for texts that break the rules of format; what the Cloud API answers to such a
 * value is 132018 with these words.
 */
function lineBreakProblem(text: string): MetaError | undefined {
  if (!/[\n\r\t]| {5}/.test(text)) return undefined;
  const details = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces";
  return metaError(132018, { details });
}

/** A value for a placeholder as the template takes it; what is shown of a currency and of a date is the fallback. */
export function valueOf({ type, parameter_name: name = "", text = "", ...parameter }: Parameter): TemplateParameter {
  if (type === "currency") {
    const { fallback_value: fallback = "", code = "USD", amount_1000: amount } = parameter.currency ?? {};
    return { type: "currency", name, code, amount1000: amount ?? parameter.currency?.amount1000 ?? 0, fallback };
  }
  if (type === "date_time") {
    return { type: "date-time", name, timestamp: 0, fallback: parameter.date_time?.fallback_value ?? "" };
  }
  return { type: "text", name, text };
}

/** That a part brings another number of values than it has placeholders. */
export function countMismatch(part: "header" | "body", given: number, expected: number): MetaError {
  const details = `${part}: number of localizable_params (${given}) does not match the expected number of params (${expected})`;
  return metaError(132000, { details });
}
