import type { TemplateMessage, TemplateParameter } from "../outbound/template.ts";
import { fillPlaceholders, placeholdersIn } from "./placeholders.ts";
import type { Template } from "./template.ts";

/** A template as a person reads it. */
export type RenderedTemplate = {
  /** The header's line of text; empty where it has none or is a file or a place. */
  readonly header: string;
  readonly body: string;
  readonly footer: string;
  readonly buttons: readonly { readonly type: Template["buttons"][number]["type"]; readonly text: string }[];
};

/** A template with the values of a message, or with its samples where no message is given. */
export function renderTemplate(
  template: Template,
  message?: Pick<TemplateMessage, "header" | "body">,
): RenderedTemplate {
  const { header, footer, buttons, category } = template;
  const bodyNames = placeholdersIn(template.body);
  const bodyValues = message === undefined ? template.bodyExamples : message.body.map(shownOf);
  const body =
    category === "authentication"
      ? authenticationBody(template, bodyValues[0])
      : fill(template.body, bodyNames, bodyValues);
  const headerValues =
    header.type !== "text"
      ? []
      : message === undefined
        ? [header.example]
        : message.header.type === "text"
          ? [shownOf(message.header.parameter)]
          : [];
  return {
    header: header.type === "text" ? fill(header.text, placeholdersIn(header.text), headerValues) : "",
    body,
    footer: category === "authentication" ? expiryLine(template) : footer,
    buttons: buttons.map((button) => ({ type: button.type, text: textOfButton(button) })),
  };
}

/** What a person reads in the place of a parameter. */
function shownOf(parameter: TemplateParameter): string {
  return parameter.type === "text" ? parameter.text : parameter.fallback;
}

function fill(text: string, names: readonly string[], values: readonly string[]): string {
  const known = names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined || value === "" ? [] : [[name, value]];
  });
  return fillPlaceholders(text, Object.fromEntries(known));
}

function authenticationBody({ hasSecurityAdvice }: Template, code = "123456"): string {
  const said = `*${code}* is your verification code.`;
  return hasSecurityAdvice ? `${said} For your security, do not share this code.` : said;
}

function expiryLine({ codeExpiresAfterMinutes: minutes }: Template): string {
  return minutes === undefined ? "" : `This code expires in ${minutes} minutes.`;
}

function textOfButton(button: Template["buttons"][number]): string {
  if (button.type === "copy-code") return "Copy offer code";
  if (button.type !== "otp") return button.text;
  return button.text || (button.otpType === "copy-code" ? "Copy code" : button.autofillText || "Autofill");
}
