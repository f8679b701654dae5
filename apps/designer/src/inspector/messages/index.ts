import type { ComponentType } from "react";
import { later } from "../../ui/later.ts";
import type { MessageType } from "./change-type.ts";
import type { MessageFormProps } from "./form-props.ts";

/** The form of every message type, each loaded when it is first shown. */
export const messageForms = {
  text: later(async () => (await import("./text.tsx")).TextForm),
  media: later(async () => (await import("./media.tsx")).MediaForm),
  location: later(async () => (await import("./location.tsx")).LocationForm),
  contacts: later(async () => (await import("./contacts.tsx")).ContactsForm),
  list: later(async () => (await import("./list.tsx")).ListForm),
  "reply-buttons": later(async () => (await import("./reply-buttons.tsx")).ReplyButtonsForm),
  template: later(async () => (await import("./template.tsx")).TemplateForm),
  "cta-url": later(async () => (await import("./cta-url.tsx")).CtaUrlForm),
  "location-request": later(async () => (await import("./location-request.tsx")).LocationRequestForm),
  reaction: later(async () => (await import("./reaction.tsx")).ReactionForm),
  "read-mark": later(async () => (await import("./read-mark.tsx")).ReadMarkForm),
} as const satisfies { [Type in MessageType]: ComponentType<MessageFormProps> };
