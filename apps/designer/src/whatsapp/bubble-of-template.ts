import { renderTemplate, type Template, type TemplateMessage } from "@parley/messaging";
import { type BubbleButton, bubbleMessage, type BubbleMessage, type BubbleTop } from "./bubble-model.ts";

/** What a message brings for a template, as far as it is shown. Without it a template shows its samples. */
export type TemplateFill = {
  /** The text in the header's placeholder. */
  readonly headerText: string;
  /** The texts in the body's placeholders, in their order. */
  readonly body: readonly string[];
  /** The file or the place of the header, if the message has one. */
  readonly top?: BubbleTop | undefined;
  /** What the buttons give, by their index. */
  readonly values: ReadonlyMap<number, string>;
};

/** A template as WhatsApp shows it: filled in, or with its samples. */
export function bubbleOfTemplate(template: Template, fill?: TemplateFill): BubbleMessage {
  const { header, body, footer, buttons } = renderTemplate(template, fill && messageOf(fill));
  return bubbleMessage({
    top: topOf(template, header, fill),
    body,
    footer,
    buttons: template.buttons.map((button, index) => ({
      type: button.type,
      title: buttons[index]?.text ?? "",
      value: valueOf(button, fill?.values.get(index)),
    })),
  });
}

function messageOf({ headerText, body }: TemplateFill): Pick<TemplateMessage, "header" | "body"> {
  const parameter = (text: string) => ({ type: "text", name: "", text }) as const;
  return { header: { type: "text", parameter: parameter(headerText) }, body: body.map(parameter) };
}

function topOf({ header }: Template, text: string, fill: TemplateFill | undefined): BubbleTop {
  switch (header.type) {
    case "none":
      return { type: "none" };
    case "text":
      return { type: "text", text };
    case "location":
      return fill?.top?.type === "place"
        ? fill.top
        : { type: "place", latitude: "", longitude: "", name: "", address: "" };
    default: {
      const top = fill?.top?.type === "media" ? fill.top : { from: "", fileName: "" };
      return { type: "media", kind: header.type, from: top.from, fileName: top.fileName };
    }
  }
}

/** What pressing a button gives: a quick reply without a payload gives back its text. */
function valueOf(button: Template["buttons"][number], given: string | undefined): BubbleButton["value"] {
  switch (button.type) {
    case "quick-reply":
      return given === undefined || given === "" ? button.text : given;
    case "url":
      return given === undefined ? button.url : button.url.replace(/\{\{[^{}]*\}\}/, given);
    case "phone-number":
      return button.phoneNumber;
    default:
      return given ?? "";
  }
}
