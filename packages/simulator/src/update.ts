import type { Contact, JsonObject } from "@parley/messaging";
import type { OutboundStatus } from "./chat.ts";

/** What the business is told, in the order in which it happens. */
export type Update = MessageUpdate | StatusUpdate;

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
};
