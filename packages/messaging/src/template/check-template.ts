import { messagingLimits } from "../limits.ts";
import { placeholdersIn } from "./placeholders.ts";
import type { Template } from "./template.ts";
import { buttonProblems } from "./template-button-problems.ts";
import { type TemplateProblem, tooLong } from "./template-problem.ts";

const { templateBodyLength, templateFooterLength, templateHeaderLength, templateNameLength } = messagingLimits;

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
    if (/[\r\n*~`]|\u{FE0F}|\p{Emoji_Presentation}/u.test(header.text))
      problems.push({
        field: "header.text",
        message: "has a line break, a formatting character or an emoji; write plain words",
      });
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
  const slots = [...text.matchAll(/\{\{[^{}]*\}\}/g)].length;
  if (slots > names.length) say("has a placeholder twice; each may stand once");
  if (template.parameterFormat === "positional") {
    if (names.some((name, index) => name !== String(index + 1)))
      say("must have placeholders in order: {{1}}, {{2}} and on, none left out");
  } else if (names.some((name) => !/^[a-z][a-z0-9_]*$/.test(name)))
    say("must have placeholders of small letters, digits and _, such as {{first_name}}");
  if (/\{\{|\}\}/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, "")))
    say("has a placeholder that is not closed; write {{1}}");
  if (/\}\}\s*\{\{/.test(text)) say("has two placeholders side by side; put words between them");
  if (isEdgeFree && /^\s*\{\{|\}\}\s*$/.test(text))
    say("begins or ends with a placeholder; put words before and after");
  if (/\n{3,}| {5}|\t/.test(text)) say("has tabs, more than four spaces or more than two line breaks in a row");
  return problems;
}
