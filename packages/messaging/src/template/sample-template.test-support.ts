import type { TemplateMessage } from "../outbound/template.ts";
import { type Template, templateSchema } from "./template.ts";

/** A template that Meta takes, with changes. */
export function templateWith(changes: Partial<Template> = {}): Template {
  return {
    ...templateSchema.parse({
      name: "order_shipped",
      language: "en_US",
      category: "utility",
      body: "Hi {{1}}, order {{2}} is on its way.",
      bodyExamples: ["Pablo", "12"],
    }),
    ...changes,
  };
}

/** An authentication template that Meta takes, with changes. */
export function authenticationWith(changes: Partial<Template> = {}): Template {
  return templateWith({
    category: "authentication",
    body: "",
    bodyExamples: [],
    buttons: [{ type: "otp", otpType: "copy-code", text: "", autofillText: "", packageName: "", signatureHash: "" }],
    ...changes,
  });
}

/** A parameter of text. */
export function textParameter(text: string, name = ""): TemplateMessage["body"][number] {
  return { type: "text", name, text };
}

/** A message of that template, with changes. */
export function messageWith(changes: Partial<TemplateMessage> = {}): TemplateMessage {
  return {
    type: "template",
    name: "order_shipped",
    language: "en_US",
    header: { type: "none" },
    body: [textParameter("Ada"), textParameter("7")],
    buttons: [],
    ...changes,
  };
}
