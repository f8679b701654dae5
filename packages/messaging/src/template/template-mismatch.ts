import type { TemplateMessage } from "../outbound/template.ts";
import { needsOf } from "./placeholders.ts";
import type { Template } from "./template.ts";

/** Why a message does not fit the template that it names, in a sentence; undefined when it does. Meta's codes for it are 132000, 132012 and 132018. */
export function templateMismatch(template: Template, message: TemplateMessage): string | undefined {
  const needs = needsOf(template);
  return (
    headerMismatch(needs.header, message.header) ??
    bodyMismatch(needs.body, template.parameterFormat, message.body) ??
    buttonMismatch(needs.buttons, message.buttons)
  );
}

type Needs = ReturnType<typeof needsOf>;

function headerMismatch(needed: Needs["header"], given: TemplateMessage["header"]): string | undefined {
  const kind = given.type === "media" ? given.media.kind : given.type;
  if (kind === needed) return undefined;
  const say = (type: string) => (type === "none" ? "nothing" : `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`);
  return `The template wants ${say(needed)} for its header, and the message brings ${say(kind)}.`;
}

function bodyMismatch(
  needed: Needs["body"],
  format: Template["parameterFormat"],
  given: TemplateMessage["body"],
): string | undefined {
  if (needed.length !== given.length)
    return `The template's body wants ${count(needed.length, "parameter")}, and the message brings ${given.length}.`;
  if (format === "positional") return undefined;
  const missing = needed.find((name) => !given.some((parameter) => parameter.name === name));
  return missing === undefined
    ? undefined
    : `The message brings no parameter named ${missing}, which the template's body wants.`;
}

function buttonMismatch(needed: Needs["buttons"], given: TemplateMessage["buttons"]): string | undefined {
  const missing = needed.find(({ index, isRequired }) => isRequired && !given.some((button) => button.index === index));
  if (missing !== undefined) return `The message brings no value for button ${missing.index + 1} of the template.`;
  const wrong = given.find(({ index, type }) => !needed.some((need) => need.index === index && need.type === type));
  return wrong === undefined
    ? undefined
    : `The message brings a ${wrong.type} value for button ${wrong.index + 1}, which takes none of that kind.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
