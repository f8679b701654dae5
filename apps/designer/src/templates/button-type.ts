import type { TemplateButton } from "@parley/messaging";

/** The kinds of buttons that a template may have which is no one-time password. */
export const buttonTypes = ["quick-reply", "url", "phone-number", "copy-code"] as const;
export type ButtonType = (typeof buttonTypes)[number];

/** A button of a kind in which nothing is written yet. */
export function blankButton(type: ButtonType, text = ""): TemplateButton {
  switch (type) {
    case "quick-reply":
      return { type, text };
    case "url":
      return { type, text, url: "https://", example: "" };
    case "phone-number":
      return { type, text, phoneNumber: "" };
    default:
      return { type, example: "" };
  }
}

/** A button as one of another kind, which reads the same. */
export function withType(button: TemplateButton, type: ButtonType): TemplateButton {
  return button.type === type ? button : blankButton(type, "text" in button ? button.text : "");
}
