import type { TemplateMessage } from "../outbound/template.ts";
import { needsOf, type TemplateNeeds } from "./placeholders.ts";
import type { Template } from "./template.ts";

/** Why a message does not fit the template that it names, in a sentence; undefined when it does. Meta's codes for it are 132000, 132012 and 132018. */
export function templateMismatch(template: Template, message: TemplateMessage): string | undefined {
  const needs = needsOf(template);
  const names = {
    isNamed: template.parameterFormat === "named" && template.category !== "authentication",
    headerName: needs.headerName,
  };
  return (
    headerMismatch(needs.header, message.header, names) ??
    bodyMismatch(needs.body, message.body, names) ??
    buttonMismatch(needs.buttons, message.buttons) ??
    (template.category === "authentication" ? codeMismatch(message) : undefined)
  );
}

/** Whether placeholders have names, and the header's. */
type Names = { readonly isNamed: boolean; readonly headerName: string };

function headerMismatch(
  needed: TemplateNeeds["header"],
  given: TemplateMessage["header"],
  { isNamed, headerName }: Names,
): string | undefined {
  const kind = given.type === "media" ? given.media.kind : given.type;
  const say = (type: string) => (type === "none" ? "nothing" : `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`);
  if (kind !== needed) return `The template wants ${say(needed)} for its header, and the message brings ${say(kind)}.`;
  if (given.type !== "text") return undefined;
  const { name } = given.parameter;
  if (!isNamed) return name === "" ? undefined : numbered(name);
  return name === headerName
    ? undefined
    : `The message brings no parameter named ${headerName}, which the template's header wants.`;
}

function bodyMismatch(
  needed: TemplateNeeds["body"],
  given: TemplateMessage["body"],
  { isNamed }: Names,
): string | undefined {
  if (needed.length !== given.length)
    return `The template's body wants ${count(needed.length, "parameter")}, and the message brings ${given.length}.`;
  if (!isNamed) {
    const named = given.find(({ name }) => name !== "");
    return named === undefined ? undefined : numbered(named.name);
  }
  const missing = needed.find((name) => !given.some((parameter) => parameter.name === name));
  return missing === undefined
    ? undefined
    : `The message brings no parameter named ${missing}, which the template's body wants.`;
}

function numbered(name: string): string {
  return `The message brings a parameter named ${name}, and the template's placeholders have numbers, not names.`;
}

function buttonMismatch(needed: TemplateNeeds["buttons"], given: TemplateMessage["buttons"]): string | undefined {
  const missing = needed.find(({ index, isRequired }) => isRequired && !given.some((button) => button.index === index));
  if (missing !== undefined) return `The message brings no value for button ${missing.index + 1} of the template.`;
  const wrong = given.find(({ index, type }) => !needed.some((need) => need.index === index && need.type === type));
  return wrong === undefined
    ? undefined
    : `The message brings a ${wrong.type} value for button ${wrong.index + 1}, which takes none of that kind.`;
}

/** The code stands in the text and in the button, which copies it (Cloud API, Authentication templates: "this value must appear twice"). */
function codeMismatch({ body, buttons }: TemplateMessage): string | undefined {
  const [said] = body;
  const [button] = buttons;
  const shown = said?.type === "text" ? said.text : undefined;
  return button?.type !== "otp" || button.code === shown
    ? undefined
    : "The message brings one code for the template's body and another for its button; both must be the same text.";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
