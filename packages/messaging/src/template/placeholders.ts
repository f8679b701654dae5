import type { Template } from "./template.ts";

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names in a text's placeholders, each once, in the order in which they first appear: `1`, `2` or `first_name`. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ""))];
}

/** The text with values in the place of placeholders; one without a value stays as it is. */
export function fillPlaceholders(text: string, values: { readonly [name: string]: string }): string {
  return text.replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : whole,
  );
}

/** What a message must bring for a template: whoever fills one in asks this, and never the template's parts. */
export type TemplateNeeds = {
  readonly header: "none" | "text" | "image" | "video" | "document" | "location";
  /** The name of the placeholder in a header of text: `1` or `first_name`; empty where there is none. */
  readonly headerName: string;
  /** The names of the body's placeholders in order; of an authentication template `otp`, whose one value is the code. */
  readonly body: readonly string[];
  readonly buttons: readonly {
    readonly index: number;
    readonly type: "quick-reply" | "url" | "copy-code" | "otp";
    /** What the button reads. */
    readonly text: string;
    /** Whether WhatsApp refuses a message without it; a quick reply without payload gives back its text. */
    readonly isRequired: boolean;
  }[];
};

/** What a message must bring for a template. */
export function needsOf(template: Template): TemplateNeeds {
  const { header, body, buttons, category } = template;
  const [headerName = ""] = header.type === "text" ? placeholdersIn(header.text) : [];
  return {
    header: header.type === "text" && headerName === "" ? "none" : header.type,
    headerName,
    body: category === "authentication" ? ["otp"] : placeholdersIn(body),
    buttons: buttons.flatMap((button, index): TemplateNeeds["buttons"][number][] => {
      switch (button.type) {
        case "quick-reply":
          return [{ index, type: "quick-reply", text: button.text, isRequired: false }];
        case "url":
          return placeholdersIn(button.url).length === 0
            ? []
            : [{ index, type: "url", text: button.text, isRequired: true }];
        case "copy-code":
          return [{ index, type: "copy-code", text: "", isRequired: true }];
        case "otp":
          return [{ index, type: "otp", text: button.text, isRequired: true }];
        default:
          return [];
      }
    }),
  };
}
