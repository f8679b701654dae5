import { assertNever, type JsonObject, placeholdersIn, type Template, type TemplateButton } from "@parley/messaging";

/** A template as it is submitted (Cloud API, Message templates; Template components). */
export function templateCreation(template: Template): JsonObject {
  const { name, language, category, parameterFormat } = template;
  return {
    name,
    language,
    category: category.toUpperCase(),
    parameter_format: parameterFormat.toUpperCase(),
    components: templateComponents(template),
  };
}

/** The components of a template; what it has not is left out. */
export function templateComponents(template: Template): JsonObject[] {
  const { buttons } = template;
  return [
    ...(template.category === "authentication" ? authenticationText(template) : contentText(template)),
    ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons: buttons.map(buttonWireForm) }]),
  ];
}

/** WhatsApp writes the text of an authentication template itself (Cloud API, Authentication templates). */
function authenticationText({ hasSecurityAdvice, codeExpiresAfterMinutes: minutes }: Template): JsonObject[] {
  return [
    { type: "BODY", add_security_recommendation: hasSecurityAdvice },
    ...(minutes === undefined ? [] : [{ type: "FOOTER", code_expiration_minutes: minutes }]),
  ];
}

function contentText(template: Template): JsonObject[] {
  const { body, bodyExamples, footer } = template;
  const names = placeholdersIn(body);
  const samples = names.map((_, index) => bodyExamples[index] ?? "");
  const example =
    names.length === 0
      ? {}
      : {
          example:
            template.parameterFormat === "named"
              ? { body_text_named_params: names.map((name, index) => namedSample(name, samples[index])) }
              : { body_text: [samples] },
        };
  return [
    ...headerComponent(template),
    { type: "BODY", text: body, ...example },
    ...(footer === "" ? [] : [{ type: "FOOTER", text: footer }]),
  ];
}

function headerComponent({ header, parameterFormat }: Template): JsonObject[] {
  switch (header.type) {
    case "none":
      return [];
    case "text": {
      const [name] = placeholdersIn(header.text);
      const samples =
        parameterFormat === "named"
          ? { header_text_named_params: [namedSample(name ?? "", header.example)] }
          : { header_text: [header.example] };
      return [
        { type: "HEADER", format: "TEXT", text: header.text, ...(name === undefined ? {} : { example: samples }) },
      ];
    }
    case "image":
    case "video":
    case "document":
      return [
        {
          type: "HEADER",
          format: header.type.toUpperCase(),
          ...(header.example === "" ? {} : { example: { header_handle: [header.example] } }),
        },
      ];
    case "location":
      return [{ type: "HEADER", format: "LOCATION" }];
    default:
      return assertNever(header);
  }
}

function namedSample(name: string, example = ""): JsonObject {
  return { param_name: name, example };
}

function buttonWireForm(button: TemplateButton): JsonObject {
  switch (button.type) {
    case "quick-reply":
      return { type: "QUICK_REPLY", text: button.text };
    case "url": {
      const { text, url, example } = button;
      return { type: "URL", text, url, ...(placeholdersIn(url).length === 0 ? {} : { example: [example] }) };
    }
    case "phone-number":
      return { type: "PHONE_NUMBER", text: button.text, phone_number: button.phoneNumber };
    case "copy-code":
      return { type: "COPY_CODE", example: button.example };
    case "otp":
      return otpWireForm(button);
    default:
      return assertNever(button);
  }
}

/** Whoever submits a template without a tap says with it that the provider's terms for such templates were accepted (Cloud API, Zero-tap templates). */
function otpWireForm(button: Extract<TemplateButton, { readonly type: "otp" }>): JsonObject {
  const { otpType, text, autofillText, packageName, signatureHash } = button;
  const label = text === "" ? {} : { text };
  const form = { type: "OTP", otp_type: otpType.toUpperCase().replace("-", "_"), ...label };
  if (otpType === "copy-code") return form;
  return {
    ...form,
    ...(autofillText === "" ? {} : { autofill_text: autofillText }),
    ...(otpType === "zero-tap" ? { zero_tap_terms_accepted: true } : {}),
    supported_apps: [{ package_name: packageName, signature_hash: signatureHash }],
  };
}
