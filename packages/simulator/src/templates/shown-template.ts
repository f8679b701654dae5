import {
  assertNever,
  type RenderedTemplate,
  renderTemplate,
  type Template,
  type TemplateParameter,
} from "@parley/messaging";

/** A button of a template message as the person has it. */
export type ShownButton = RenderedTemplate["buttons"][number] & {
  /** Of a quick reply: what comes back when it is pressed. */
  readonly payload?: string | undefined;
  /** Of a link: where it leads. */
  readonly url?: string | undefined;
  /** Of a button that copies or fills in a code: the code. */
  readonly code?: string | undefined;
};

/** A message made of a template as the person reads it: the provider sends no more than the values, and the phone shows the words. */
export type ShownTemplate = Omit<RenderedTemplate, "buttons"> & { readonly buttons: readonly ShownButton[] };

/** What a message brings for a template. */
export type TemplateValues = {
  /** Of a header of text. */
  readonly header: TemplateParameter | undefined;
  /** In the order of the template's placeholders. */
  readonly body: readonly TemplateParameter[];
  /** For each button by its index: the payload, the rest of the link, or the code. */
  readonly buttons: ReadonlyMap<number, string>;
};

/** A template filled in. */
export function showTemplate(template: Template, { header, body, buttons }: TemplateValues): ShownTemplate {
  const top = header === undefined ? ({ type: "none" } as const) : ({ type: "text", parameter: header } as const);
  const rendered = renderTemplate(template, { header: top, body: [...body] });
  return {
    ...rendered,
    buttons: rendered.buttons.map((button, index) => {
      const drawn = template.buttons[index];
      return drawn === undefined ? button : { ...button, ...partOf(drawn, buttons.get(index)) };
    }),
  };
}

function partOf(button: Template["buttons"][number], value: string | undefined): Omit<ShownButton, "type" | "text"> {
  switch (button.type) {
    case "quick-reply":
      // Without a payload of its own a quick reply gives back what it reads.
      return { payload: value ?? button.text };
    case "url":
      return { url: button.url.replace(/\{\{[^{}]*\}\}\s*$/, value ?? "") };
    case "copy-code":
    case "otp":
      return { code: value ?? "" };
    case "phone-number":
      return {};
    default:
      return assertNever(button);
  }
}
