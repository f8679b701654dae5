import { type Template, templateSchema } from "@parley/messaging";

/** A template in which nothing is written yet; that of a one-time password has its button, for it can have no other. */
export function newTemplate(head: Pick<Template, "name" | "language" | "category">): Template {
  return templateSchema.parse({
    ...head,
    // One that cannot be is refused in words when it is handed in.
    language: head.language.slice(0, 20),
    body: "",
    ...(head.category === "authentication" ? { buttons: [{ type: "otp", otpType: "copy-code" }] } : {}),
  });
}
