import { messagingLimits, needsOf, type Template, type TemplateButton } from "@parley/messaging";
import { type MetaError, metaError } from "../../meta-error.ts";
import { type Reading, read } from "../../reading.ts";
import type { Component, Parameter } from "./component.ts";

/** What the wire calls a button's type, how Meta's errors name it, and how long its value may be. */
type ButtonRule = { readonly subType: string; readonly name: string; readonly most: number };

/** A one-time password goes to its button as to one that opens a link (Cloud API, Authentication templates). */
const rules: Readonly<Record<TemplateButton["type"], ButtonRule | undefined>> = {
  "quick-reply": { subType: "quick_reply", name: "QuickReply", most: messagingLimits.quickReplyPayloadLength },
  url: { subType: "url", name: "Url", most: messagingLimits.urlLength },
  otp: { subType: "url", name: "Url", most: messagingLimits.otpLength },
  "copy-code": { subType: "copy_code", name: "CopyCode", most: messagingLimits.couponLength },
  "phone-number": undefined,
};

/** Reads the values that a message brings for a template's buttons, by the buttons' indexes. */
export function readButtons(
  template: Template,
  components: readonly Component[],
): Reading<ReadonlyMap<number, string>> {
  const values = new Map<number, string>();
  for (const component of components.filter(({ type }) => type === "button")) {
    const index = component.index ?? 0;
    const rule = ruleOf(template, index);
    const value = valueOf(component.parameters[0]);
    const error = buttonProblem({ index, rule, value }, component);
    if (error !== undefined) return { isValid: false, error };
    values.set(index, value);
  }
  const missing = needsOf(template).buttons.find(({ index, isRequired }) => isRequired && !values.has(index));
  if (missing === undefined) return read(values);
  return { isValid: false, error: missingValue(missing.index, ruleOf(template, missing.index)) };
}

/** The rule of the button at an index, as far as it takes a value: a link without a placeholder takes none. */
function ruleOf(template: Template, index: number): ButtonRule | undefined {
  const button = template.buttons[index];
  const takesValue = needsOf(template).buttons.some((need) => need.index === index);
  return button !== undefined && takesValue ? rules[button.type] : undefined;
}

type Given = { readonly index: number; readonly rule: ButtonRule | undefined; readonly value: string };

function buttonProblem({ index, rule, value }: Given, { sub_type: subType = "" }: Component): MetaError | undefined {
  const place = `buttons: Button at index ${index}`;
  if (rule === undefined) return metaError(132018, { details: `${place} of the template does not take a parameter` });
  if (subType !== rule.subType) return metaError(132018, { details: `${place} must be of type ${rule.name}` });
  if (value === "") return missingValue(index, rule);
  const details = `${place} exceeds the parameter length limit ${rule.most}`;
  return value.length > rule.most ? metaError(132018, { details }) : undefined;
}

function missingValue(index: number, rule: ButtonRule | undefined): MetaError {
  const details = `buttons: Button at index ${index} of type ${rule?.name ?? "Unknown"} requires a parameter`;
  return metaError(131008, { details });
}

function valueOf(parameter: Parameter | undefined): string {
  if (parameter?.type === "payload") return parameter.payload ?? "";
  if (parameter?.type === "coupon_code") return parameter.coupon_code ?? "";
  return parameter?.text ?? "";
}
