import type { Contact, JsonObject, Template } from "@parley/messaging";
import type { OutboundStatus } from "./chat.ts";

/** What the business is told, in the order in which it happens. */
export type Update = MessageUpdate | StatusUpdate | PreferenceUpdate | TemplateUpdate;

/** A person wrote to the business. */
export type MessageUpdate = {
  readonly type: "message";
  readonly phoneNumberId: string;
  readonly contact: Contact;
  readonly id: string;
  /** When the person sent it, in milliseconds. */
  readonly at: number;
  /** The message in the provider's own form, without sender, id and time. */
  readonly message: JsonObject;
};

/** A message of the business has come a step further. */
export type StatusUpdate = {
  readonly type: "status";
  readonly phoneNumberId: string;
  readonly contact: Contact;
  readonly messageId: string;
  readonly status: OutboundStatus;
  readonly at: number;
  /** The business's own text that came with the send. */
  readonly clientReference?: string | undefined;
  /** Why it failed: a Meta error code. */
  readonly errorCode?: number | undefined;
  /** Why it failed, in Meta's words, where they differ from the code's usual ones. */
  readonly errorDetails?: string | undefined;
};

/** A person stopped marketing messages of a number, or takes them again (Cloud API, user_preferences). */
export type PreferenceUpdate = {
  readonly type: "preference";
  readonly phoneNumberId: string;
  readonly contact: Contact;
  readonly value: "stop" | "resume";
  readonly at: number;
};

/** A template of a business account has been reviewed, paused or disabled (Cloud API, message_template_status_update). */
export type TemplateUpdate = {
  readonly type: "template";
  readonly businessAccountId: string;
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: Template["category"];
  /** `APPROVED`, `REJECTED`, `PAUSED` and so on. */
  readonly event: string;
  /** Meta's word for why, such as `INVALID_FORMAT`; `NONE` where there is nothing to say. */
  readonly reason: string;
  /** Why, in a sentence; empty where nothing was said. */
  readonly explanation: string;
  readonly at: number;
};
