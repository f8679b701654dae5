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

/** A template with the values of a message, or with its samples where no message is given. A placeholder without a value stays as it is. */
export function renderTemplate(
  template: Template,
  message?: Pick<TemplateMessage, "header" | "body">,
): RenderedTemplate {
  const { header, footer, buttons, category } = template;
  const isAuthentication = category === "authentication";
  return {
    header: header.type === "text" ? fillPlaceholders(header.text, headerValues(template, header, message)) : "",
    body: isAuthentication
      ? authenticationBody(template, message?.body[0] && shownOf(message.body[0]))
      : fillPlaceholders(template.body, bodyValues(template, message)),
    footer: isAuthentication ? expiryLine(template) : footer,
    buttons: buttons.map((button) => ({ type: button.type, text: textOfButton(button) })),
  };
}

/** What a person reads in the place of each placeholder. */
type Values = { readonly [name: string]: string };

function headerValues(
  template: Template,
  header: Extract<Template["header"], { readonly type: "text" }>,
  message: Pick<TemplateMessage, "header"> | undefined,
): Values {
  const names = placeholdersIn(header.text);
  if (message === undefined) return valuesOf(names, [header.example]);
  return message.header.type === "text" ? valuesOfParameters(template, names, [message.header.parameter]) : {};
}

function bodyValues(template: Template, message: Pick<TemplateMessage, "body"> | undefined): Values {
  const names = placeholdersIn(template.body);
  return message === undefined
    ? valuesOf(names, template.bodyExamples)
    : valuesOfParameters(template, names, message.body);
}

/** Named parameters may come in any order (Cloud API, Message templates, Named parameters). */
function valuesOfParameters(
  { parameterFormat }: Template,
  names: readonly string[],
  parameters: readonly TemplateParameter[],
): Values {
  if (parameterFormat === "positional") return valuesOf(names, parameters.map(shownOf));
  return valuesOf(
    parameters.map(({ name }) => name),
    parameters.map(shownOf),
  );
}

function valuesOf(names: readonly string[], values: readonly string[]): Values {
  const known = names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined || value === "" ? [] : [[name, value]];
  });
  return Object.fromEntries(known);
}

/** What a person reads in the place of a parameter. */
function shownOf(parameter: TemplateParameter): string {
  return parameter.type === "text" ? parameter.text : parameter.fallback;
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
