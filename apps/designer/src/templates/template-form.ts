import {
  fillPlaceholders,
  placeholdersIn,
  type Template,
  type TemplateButton,
  type TemplateHeader,
} from "@parley/messaging";

/*
 * A template as it is typed.
 * 1. What is typed is kept though it is not shown: another category, another header and back again bring it all back.
 * 2. Samples belong to placeholders, by name: text before a placeholder may come and go, and each keeps its own.
 * 3. `fromTemplateForm ∘ toTemplateForm` is identity for every template that has exactly one sample for each placeholder.
 */

type OtpButton = Extract<TemplateButton, { type: "otp" }>;

export type TemplateForm = Pick<Template, "category" | "parameterFormat" | "body" | "footer" | "hasSecurityAdvice"> & {
  readonly headerType: TemplateHeader["type"];
  readonly headerText: string;
  /** The sample for the placeholder of the header's text. */
  readonly headerSample: string;
  /** The handle of the sample file. */
  readonly headerFile: string;
  /** By placeholder. */
  readonly samples: Readonly<Record<string, string>>;
  readonly buttons: readonly TemplateButton[];
  readonly otp: OtpButton;
  /** Minutes in digits; empty for none. */
  readonly expiry: string;
};

const blankOtp: OtpButton = {
  type: "otp",
  otpType: "copy-code",
  text: "",
  autofillText: "",
  packageName: "",
  signatureHash: "",
};

export function toTemplateForm(template: Template): TemplateForm {
  const { category, parameterFormat, header, body, bodyExamples, footer, buttons, hasSecurityAdvice } = template;
  const isAuthentication = category === "authentication";
  const names = placeholdersIn(body);
  return {
    ...{ category, parameterFormat, body, footer, hasSecurityAdvice },
    headerType: header.type,
    headerText: header.type === "text" ? header.text : "",
    headerSample: header.type === "text" ? header.example : "",
    headerFile: isFileHeader(header) ? header.example : "",
    samples: Object.fromEntries(names.map((name, index) => [name, bodyExamples[index] ?? ""])),
    buttons: isAuthentication ? [] : buttons,
    otp: buttons.find((button) => button.type === "otp") ?? blankOtp,
    expiry: String(template.codeExpiresAfterMinutes ?? ""),
  };
}

/** What was typed, as a template of that name and language. Of what is typed for another category or header it has nothing. */
export function fromTemplateForm(form: TemplateForm, key: Pick<Template, "name" | "language">): Template {
  const { category, parameterFormat, body, footer, samples, buttons, otp, hasSecurityAdvice, expiry } = form;
  const shared = { ...key, category, parameterFormat, hasSecurityAdvice };
  if (category === "authentication") {
    return {
      ...shared,
      header: { type: "none" },
      ...{ body: "", bodyExamples: [], footer: "", buttons: [otp] },
      ...(expiry === "" ? {} : { codeExpiresAfterMinutes: Number(expiry) }),
    };
  }
  return {
    ...shared,
    header: headerOf(form),
    body,
    bodyExamples: placeholdersIn(body).map((name) => sampleOf(samples, name)),
    footer,
    buttons: [...buttons],
    hasSecurityAdvice: false,
  };
}

function headerOf({ headerType, headerText, headerSample, headerFile }: TemplateForm): TemplateHeader {
  switch (headerType) {
    case "text":
      return { type: "text", text: headerText, example: placeholdersIn(headerText).length === 0 ? "" : headerSample };
    case "image":
    case "video":
    case "document":
      return { type: headerType, example: headerFile };
    default:
      return { type: headerType };
  }
}

function isFileHeader(
  header: TemplateHeader,
): header is Extract<TemplateHeader, { type: "image" | "video" | "document" }> {
  return header.type === "image" || header.type === "video" || header.type === "document";
}

/** The sample of a placeholder, whatever it is called. */
export function sampleOf(samples: TemplateForm["samples"], name: string): string {
  return Object.hasOwn(samples, name) ? (samples[name] ?? "") : "";
}

/** The next placeholder for a text: one that is not in it yet. */
export function nextPlaceholder(text: string, format: Template["parameterFormat"]): string {
  const names = placeholdersIn(text);
  if (format === "positional") return String(Math.max(0, ...names.map((name) => Number(name) || 0)) + 1);
  for (let number = names.length + 1; ; number++) if (!names.includes(`value_${number}`)) return `value_${number}`;
}

/** The form with placeholders of the other kind: those that are there are renamed, and keep their samples. */
export function changeFormat(form: TemplateForm, format: Template["parameterFormat"]): Partial<TemplateForm> {
  if (format === form.parameterFormat) return {};
  const renamed = (text: string): ReadonlyMap<string, string> =>
    new Map(
      placeholdersIn(text).map((name, index) => [name, format === "named" ? `value_${index + 1}` : String(index + 1)]),
    );
  const rename = (text: string): string =>
    fillPlaceholders(text, Object.fromEntries([...renamed(text)].map(([name, other]) => [name, `{{${other}}}`])));
  const samples = [...renamed(form.body)].map(([name, other]) => [other, sampleOf(form.samples, name)]);
  return {
    parameterFormat: format,
    body: rename(form.body),
    headerText: rename(form.headerText),
    samples: Object.fromEntries(samples),
  };
}
