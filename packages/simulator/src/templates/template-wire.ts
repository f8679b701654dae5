import { assertNever, type JsonObject, placeholdersIn, type Template, type TemplateButton } from "@parley/messaging";
import { type AccountTemplate, eventNameOf } from "./account-template.ts";

/** A template as the Cloud API gives it back (Cloud API, Message templates, components). */
export function templateWireForm({ id, template, status, reason }: AccountTemplate): JsonObject {
  const { name, language, category, parameterFormat } = template;
  return {
    name,
    parameter_format: parameterFormat.toUpperCase(),
    components: componentsOf(template),
    language,
    status: eventNameOf(status),
    category: category.toUpperCase(),
    ...(reason === "NONE" ? {} : { rejected_reason: reason }),
    quality_score: { score: "UNKNOWN" },
    id,
  };
}

function componentsOf(template: Template): JsonObject[] {
  const { buttons } = template;
  const footer = footerOf(template);
  return [
    ...headerOf(template),
    bodyOf(template),
    ...(footer === undefined ? [] : [footer]),
    ...(buttons.length === 0
      ? []
      : [{ type: "BUTTONS", buttons: buttons.map((button) => buttonOf(template, button)) }]),
  ];
}

function headerOf({ header, parameterFormat }: Template): JsonObject[] {
  switch (header.type) {
    case "none":
      return [];
    case "text": {
      const [name] = placeholdersIn(header.text);
      const named = { header_text_named_params: [{ param_name: name ?? "", example: header.example }] };
      const example = parameterFormat === "named" ? named : { header_text: [header.example] };
      return [{ type: "HEADER", format: "TEXT", text: header.text, ...(name === undefined ? {} : { example }) }];
    }
    case "image":
    case "video":
    case "document": {
      const example = { header_handle: [header.example] };
      return [{ type: "HEADER", format: header.type.toUpperCase(), ...(header.example !== "" && { example }) }];
    }
    case "location":
      return [{ type: "HEADER", format: "LOCATION" }];
    default:
      return assertNever(header);
  }
}

/** WhatsApp writes the body of an authentication template itself, and gives it back as it wrote it. */
function bodyOf({ category, body, bodyExamples, parameterFormat, hasSecurityAdvice }: Template): JsonObject {
  if (category === "authentication") {
    const advice = hasSecurityAdvice ? " For your security, do not share this code." : "";
    const text = `*{{1}}* is your verification code.${advice}`;
    const example = { body_text: [["123456"]] };
    return { type: "BODY", text, add_security_recommendation: hasSecurityAdvice, example };
  }
  const names = placeholdersIn(body);
  if (names.length === 0) return { type: "BODY", text: body };
  const named = names.map((name, index) => ({ param_name: name, example: bodyExamples[index] ?? "" }));
  const example = parameterFormat === "named" ? { body_text_named_params: named } : { body_text: [bodyExamples] };
  return { type: "BODY", text: body, example };
}

function footerOf({ category, footer, codeExpiresAfterMinutes: minutes }: Template): JsonObject | undefined {
  if (category !== "authentication") return footer === "" ? undefined : { type: "FOOTER", text: footer };
  if (minutes === undefined) return undefined;
  return { type: "FOOTER", text: `This code expires in ${minutes} minutes.`, code_expiration_minutes: minutes };
}

function buttonOf({ codeExpiresAfterMinutes }: Template, button: TemplateButton): JsonObject {
  switch (button.type) {
    case "quick-reply":
      return { type: "QUICK_REPLY", text: button.text };
    case "url": {
      const example = button.example === "" ? {} : { example: [button.example] };
      return { type: "URL", text: button.text, url: button.url, ...example };
    }
    case "phone-number":
      return { type: "PHONE_NUMBER", text: button.text, phone_number: button.phoneNumber };
    case "copy-code":
      return { type: "COPY_CODE", text: "Copy offer code", example: [button.example] };
    case "otp":
      return otpButtonOf(button, codeExpiresAfterMinutes);
    default:
      return assertNever(button);
  }
}

/** A button of a one-time password comes back as the link that Meta makes of it, not as it was handed in. */
function otpButtonOf(button: Extract<TemplateButton, { type: "otp" }>, minutes: number | undefined): JsonObject {
  const type = button.otpType.toUpperCase().replaceAll("-", "_");
  const expiry = minutes === undefined ? "" : `&code_expiration_minutes=${minutes}`;
  const app =
    button.packageName === ""
      ? ""
      : `&package_name=${encodeURIComponent(button.packageName)}&signature_hash=${encodeURIComponent(button.signatureHash)}`;
  const filled = button.autofillText === "" ? "" : `&cta_display_name=${encodeURIComponent(button.autofillText)}`;
  const url = `https://www.whatsapp.com/otp/code/?otp_type=${type}${filled}${app}${expiry}&code=otp`;
  return { type: "URL", text: button.text || "Copy code", url: `${url}{{1}}`, example: [`${url}123456`] };
}
