import { messagingLimits } from "../limits.ts";
import { placeholdersIn } from "./placeholders.ts";
import type { Template, TemplateButton } from "./template.ts";

/** One thing that Meta refuses in a template: the field, as `buttons[0].url`, and a predicate such as `is empty; …`. */
export type TemplateProblem = { readonly field: string; readonly message: string };

const {
  couponLength,
  templateBodyLength,
  templateButtons,
  templateButtonTextLength,
  templateFooterLength,
  templateHeaderLength,
  templateNameLength,
  templatePhoneLength,
  urlLength,
} = messagingLimits;

/** How many buttons of a kind a template may have (Cloud API, Message templates, Buttons; WhatsApp node page, one call and one website button of two). */
const buttonsOfType = { "quick-reply": templateButtons, url: 2, "phone-number": 1, "copy-code": 1, otp: 1 } as const;

/** What Meta would refuse in a template, by its own rules; empty when it may be submitted (Cloud API, Message templates; seed facts on Templates). */
export function checkTemplate(template: Template): TemplateProblem[] {
  return [
    ...nameProblems(template),
    ...(template.category === "authentication" ? authenticationProblems(template) : contentProblems(template)),
    ...buttonProblems(template),
  ];
}

function nameProblems({ name, language }: Template): TemplateProblem[] {
  const isName = /^[a-z0-9_]+$/.test(name) && name.length <= templateNameLength;
  const isLanguage = /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language);
  return [
    ...(isName
      ? []
      : [{ field: "name", message: "must be small letters a to z, digits and _, such as order_shipped" }]),
    ...(isLanguage ? [] : [{ field: "language", message: "must be a language code such as en or en_US" }]),
  ];
}

function authenticationProblems({
  header,
  body,
  footer,
  buttons,
  codeExpiresAfterMinutes: minutes,
}: Template): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (header.type !== "none") say("header", "must be none in an authentication template");
  if (body !== "") say("body", "must be empty in an authentication template; WhatsApp writes it");
  if (footer !== "") say("footer", "must be empty in an authentication template; WhatsApp writes it");
  if (buttons.length !== 1 || buttons[0]?.type !== "otp")
    say("buttons", "must be one button for the one-time password in an authentication template");
  if (minutes !== undefined && (minutes < 1 || minutes > 90)) say("codeExpiresAfterMinutes", "must be 1 to 90 minutes");
  return problems;
}

function contentProblems(template: Template): TemplateProblem[] {
  const { header, body, footer, bodyExamples } = template;
  const problems = textProblems("body", body, { most: templateBodyLength, template, isEdgeFree: true });
  const wanted = placeholdersIn(body).length;
  const samples = bodyExamples.filter((sample) => sample.trim() !== "").length;
  if (samples < wanted || bodyExamples.length !== wanted)
    problems.push({
      field: "bodyExamples",
      message: `must have a sample for each of the body's placeholders, ${wanted} in all`,
    });
  if (footer.length > templateFooterLength) problems.push(tooLong("footer", footer, templateFooterLength));
  if (placeholdersIn(footer).length > 0) problems.push({ field: "footer", message: "must have no placeholder" });
  if (header.type === "text") {
    problems.push(
      ...textProblems("header.text", header.text, { most: templateHeaderLength, template, isEdgeFree: false }),
    );
    const slots = placeholdersIn(header.text).length;
    if (slots > 1)
      problems.push({ field: "header.text", message: "has more than one placeholder; WhatsApp takes one" });
    if (slots === 1 && header.example.trim() === "")
      problems.push({ field: "header.example", message: "is empty; give a sample for the placeholder" });
  }
  if (/^(image|video|document)$/.test(header.type) && "example" in header && header.example === "")
    problems.push({ field: "header.example", message: "is empty; give a sample file, which Meta looks at" });
  return problems;
}

type TextRules = { readonly most: number; readonly template: Template; readonly isEdgeFree: boolean };

function textProblems(field: string, text: string, { most, template, isEdgeFree }: TextRules): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const say = (message: string) => problems.push({ field, message });
  if (text.trim() === "") say("is empty; write the text");
  if (text.length > most) problems.push(tooLong(field, text, most));
  const names = placeholdersIn(text);
  if (template.parameterFormat === "positional") {
    if (names.some((name, index) => name !== String(index + 1)))
      say("must have placeholders in order: {{1}}, {{2}} and on, none left out");
  } else if (names.some((name) => !/^[a-z][a-z0-9_]*$/.test(name)))
    say("must have placeholders of small letters, digits and _, such as {{first_name}}");
  if (/\{\{[^}]*$|\{(?!\{)[^{}]*\}\}(?!\})/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, "")))
    say("has a placeholder that is not closed; write {{1}}");
  if (/\}\}\s*\{\{/.test(text)) say("has two placeholders side by side; put words between them");
  if (isEdgeFree && /^\s*\{\{|\}\}\s*$/.test(text))
    say("begins or ends with a placeholder; put words before and after");
  if (/\n{3,}| {5}|\t/.test(text)) say("has tabs, more than four spaces or more than two line breaks in a row");
  return problems;
}

function tooLong(field: string, text: string, most: number): TemplateProblem {
  return { field, message: `is ${text.length} characters long; WhatsApp takes at most ${most}` };
}

function buttonProblems({ buttons, category }: Template): TemplateProblem[] {
  const problems = buttons.flatMap((button, index) => oneButton(button, `buttons[${index}]`));
  const say = (message: string) => problems.push({ field: "buttons", message });
  if (buttons.length > templateButtons) say(`has ${buttons.length} buttons; WhatsApp takes at most ${templateButtons}`);
  for (const [type, most] of Object.entries(buttonsOfType)) {
    const number = buttons.filter((button) => button.type === type).length;
    if (number > most) say(`has ${number} buttons of type ${type}; WhatsApp takes at most ${most}`);
  }
  if (category !== "authentication" && buttons.some(({ type }) => type === "otp"))
    say("has a button for one-time passwords, which only an authentication template may have");
  const kinds = buttons.map(({ type }) => (type === "quick-reply" ? "q" : "c")).join("");
  if (/qc+q|cq+c/.test(kinds)) say("mixes quick replies with other buttons; keep each kind together");
  const texts = buttons.flatMap((button) => ("text" in button && button.text !== "" ? [button.text] : []));
  if (new Set(texts).size < texts.length) say("has two buttons with the same text");
  return problems;
}

function oneButton(button: TemplateButton, field: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const say = (name: string, message: string) => problems.push({ field: `${field}.${name}`, message });
  if ("text" in button) {
    if (button.text.trim() === "" && button.type !== "otp") say("text", "is empty; say what the button reads");
    if (button.text.length > templateButtonTextLength)
      problems.push(tooLong(`${field}.text`, button.text, templateButtonTextLength));
  }
  if (button.type === "url") {
    const slots = placeholdersIn(button.url);
    const url = URL.parse(button.url.replace(/\{\{[^{}]*\}\}/, "x"));
    if (url === null || url.protocol !== "https:") say("url", "must be a link that begins with https://");
    if (button.url.length > urlLength) problems.push(tooLong(`${field}.url`, button.url, urlLength));
    if (slots.length > 1 || (slots.length === 1 && !/\}\}\s*$/.test(button.url)))
      say("url", "may have one placeholder, at its end");
    if (slots.length === 1 && button.example === "") say("example", "is empty; give a whole link as a sample");
  }
  if (
    button.type === "phone-number" &&
    !/^\+?[\d ().-]{5,20}$/.test(button.phoneNumber.slice(0, templatePhoneLength + 1))
  )
    say("phoneNumber", "must be a phone number with its country code, such as +31612345678");
  if (button.type === "copy-code" && (button.example === "" || button.example.length > couponLength))
    say("example", `must be a sample code of 1 to ${couponLength} characters`);
  if (button.type === "otp" && button.otpType !== "copy-code") {
    if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(button.packageName))
      say("packageName", "must be the name of the Android package, such as com.example.app");
    if (!/^[A-Za-z0-9+/=]{11}$/.test(button.signatureHash))
      say("signatureHash", "must be the app's signing key hash, 11 characters");
  }
  return problems;
}
