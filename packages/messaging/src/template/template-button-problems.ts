import { assertNever } from "../invariant.ts";
import { messagingLimits } from "../limits.ts";
import { placeholdersIn } from "./placeholders.ts";
import type { Template, TemplateButton } from "./template.ts";
import { type TemplateProblem, tooLong } from "./template-problem.ts";

const {
  couponLength,
  templateButtons,
  templateButtonTextLength,
  templatePackageLength,
  templatePhoneLength,
  urlLength,
} = messagingLimits;

/** How many buttons of a kind a template may have (Cloud API, Message templates, Buttons; WhatsApp node page, one call and one website button of two). */
const buttonsOfType = { url: 2, "phone-number": 1, "copy-code": 1, otp: 1 } as const;

/** What Meta would refuse in the buttons of a template: their number, their mix, and each of them. */
export function buttonProblems({ buttons, category }: Template): TemplateProblem[] {
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
  const text = "text" in button ? textProblems(button, field) : [];
  switch (button.type) {
    case "quick-reply":
      return text;
    case "url":
      return [...text, ...urlProblems(button, field)];
    case "phone-number":
      return [...text, ...phoneProblems(button, field)];
    case "copy-code":
      return button.example.length >= 1 && button.example.length <= couponLength
        ? []
        : [{ field: `${field}.example`, message: `must be a sample code of 1 to ${couponLength} characters` }];
    case "otp":
      return [...text, ...otpProblems(button, field)];
    default:
      return assertNever(button);
  }
}

type ButtonOf<Type extends TemplateButton["type"]> = Extract<TemplateButton, { readonly type: Type }>;

/** Of a one-time password's button WhatsApp writes the text where none is given. */
function textProblems(
  { type, text }: Exclude<TemplateButton, ButtonOf<"copy-code">>,
  field: string,
): TemplateProblem[] {
  const at = `${field}.text`;
  return [
    ...(text.trim() === "" && type !== "otp" ? [{ field: at, message: "is empty; say what the button reads" }] : []),
    ...(text.length > templateButtonTextLength ? [tooLong(at, text, templateButtonTextLength)] : []),
    ...(/[\r\n]|\{\{|\}\}|\uFE0F|\p{Emoji_Presentation}/u.test(text)
      ? [{ field: at, message: "has a line break, a placeholder or an emoji; write plain words" }]
      : []),
  ];
}

function urlProblems({ url, example }: ButtonOf<"url">, field: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const say = (name: string, message: string) => problems.push({ field: `${field}.${name}`, message });
  const slots = placeholdersIn(url);
  const link = URL.parse(url.replace(/\{\{[^{}]*\}\}/, "x"));
  if (link === null || link.protocol !== "https:" || /\s/.test(url))
    say("url", "must be a link that begins with https://");
  if (url.length > urlLength) problems.push(tooLong(`${field}.url`, url, urlLength));
  if (slots.length > 1 || (slots.length === 1 && !url.endsWith("}}")))
    say("url", "may have one placeholder, at its end");
  else if (slots.some((slot) => slot !== "1")) say("url", "must write its placeholder as {{1}}");
  if (slots.length === 1 && example === "") say("example", "is empty; give a whole link as a sample");
  return problems;
}

function phoneProblems({ phoneNumber }: ButtonOf<"phone-number">, field: string): TemplateProblem[] {
  const at = `${field}.phoneNumber`;
  if (phoneNumber.length > templatePhoneLength) return [tooLong(at, phoneNumber, templatePhoneLength)];
  return /^\+?[\d ().-]{5,}$/.test(phoneNumber)
    ? []
    : [{ field: at, message: "must be a phone number with its country code, such as +31612345678" }];
}

/** The package's name and hash stand for the app that the code is handed to, which a copied code needs not (Cloud API, Zero-tap authentication templates). */
function otpProblems(button: ButtonOf<"otp">, field: string): TemplateProblem[] {
  const { otpType, autofillText, packageName, signatureHash } = button;
  const problems: TemplateProblem[] = [];
  const say = (name: string, message: string) => problems.push({ field: `${field}.${name}`, message });
  if (autofillText.length > templateButtonTextLength)
    problems.push(tooLong(`${field}.autofillText`, autofillText, templateButtonTextLength));
  if (otpType === "copy-code") return problems;
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(packageName) || packageName.length > templatePackageLength)
    say("packageName", "must be the name of the Android package, such as com.example.app");
  if (!/^[A-Za-z0-9+/=]{11}$/.test(signatureHash))
    say("signatureHash", "must be the app's signing key hash, 11 characters");
  return problems;
}
