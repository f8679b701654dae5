import type { TemplateButton } from "@parley/messaging";
import { z } from "zod";
import { lenient } from "../wire.ts";

const text = z.string();
const maybeText = lenient(text).transform((given) => given ?? "");

/** A sample as some write it, alone or in a list. */
const sample = lenient(z.union([text, z.array(text).transform(([first = ""]) => first)])).transform(
  (given) => given ?? "",
);

/** By type on the wire. A button of another type, such as one that opens a form, makes its template unreadable. */
const buttonSchemas = {
  QUICK_REPLY: z.object({ text }).transform((button): TemplateButton => ({ type: "quick-reply", text: button.text })),
  URL: z
    .object({ text, url: text, example: sample })
    .transform((button): TemplateButton => otpOfLink(button) ?? { type: "url", ...button }),
  PHONE_NUMBER: z.object({ text, phone_number: text }).transform(
    (button): TemplateButton => ({
      type: "phone-number",
      text: button.text,
      phoneNumber: button.phone_number,
    }),
  ),
  COPY_CODE: z.object({ example: sample }).transform(({ example }): TemplateButton => ({ type: "copy-code", example })),
  OTP: z
    .object({
      otp_type: z
        .string()
        .transform((type) => type.toUpperCase())
        .pipe(z.enum(["COPY_CODE", "ONE_TAP", "ZERO_TAP"])),
      text: maybeText,
      autofill_text: maybeText,
      supported_apps: lenient(z.array(z.object({ package_name: text, signature_hash: text }))),
    })
    .transform(({ otp_type, text: label, autofill_text, supported_apps }): TemplateButton => {
      const [app] = supported_apps ?? [];
      return {
        type: "otp",
        otpType: otpTypes[otp_type],
        text: label,
        autofillText: autofill_text,
        packageName: app?.package_name ?? "",
        signatureHash: app?.signature_hash ?? "",
      };
    }),
};

const otpTypes = { COPY_CODE: "copy-code", ONE_TAP: "one-tap", ZERO_TAP: "zero-tap" } as const;

/** The buttons of a template, as the provider lists them. */
export const buttonsSchema = z.array(
  z
    .object({ type: z.string().transform((type) => type.toUpperCase()) })
    .loose()
    .transform((button, context): TemplateButton => {
      const schema = Object.hasOwn(buttonSchemas, button.type)
        ? buttonSchemas[button.type as keyof typeof buttonSchemas]
        : undefined;
      const parsed = schema?.safeParse(button);
      if (parsed?.success === true) return parsed.data;
      context.addIssue({ code: "custom", message: "is a button that cannot be read" });
      return z.NEVER;
    }),
);

/**
 * A button for one-time passwords comes back as one that opens a link to WhatsApp itself, which tells its type and its app (Cloud API, Copy code
 * authentication templates: "upon creation the button type will be set to URL").
 */
function otpOfLink(button: { readonly text: string; readonly url: string }): TemplateButton | undefined {
  const link = URL.parse(button.url);
  if (link?.hostname !== "www.whatsapp.com" || !link.pathname.startsWith("/otp/")) return undefined;
  const of = (name: string) => link.searchParams.get(name) ?? "";
  const type = of("otp_type");
  if (!Object.hasOwn(otpTypes, type)) return undefined;
  return {
    type: "otp",
    otpType: otpTypes[type as keyof typeof otpTypes],
    text: button.text,
    autofillText: of("cta_display_name"),
    packageName: of("package_name"),
    // A plus sign that was not escaped reads as a space.
    signatureHash: of("signature_hash").replaceAll(" ", "+"),
  };
}
