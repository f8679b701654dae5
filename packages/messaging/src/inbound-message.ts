import { assertNever } from "./invariant.ts";
import type { JsonObject } from "./json.ts";

/** What the person did, as far as a flow can tell. */
export type InboundContent =
  | { readonly type: "text"; readonly text: string }
  /** A quick-reply button of a template was pressed. */
  | { readonly type: "postback"; readonly payload: string; readonly text: string }
  | { readonly type: "list-reply"; readonly id: string; readonly title: string; readonly description: string }
  | { readonly type: "button-reply"; readonly id: string; readonly title: string }
  | {
      readonly type: "media";
      readonly kind: "image" | "audio" | "video" | "document" | "sticker";
      readonly mediaId: string;
      readonly mimeType: string;
      readonly caption: string;
      readonly fileName: string;
      readonly url: string;
      /** Whether an audio file was spoken into the phone. */
      readonly isVoice?: boolean | undefined;
    }
  | {
      readonly type: "location";
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string;
      readonly address: string;
      readonly url: string;
    }
  | { readonly type: "contacts"; readonly contacts: readonly JsonObject[] }
  | { readonly type: "reaction"; readonly messageId: string; readonly emoji: string }
  /** A notice about the contact, such as a changed number; nobody typed it. */
  | { readonly type: "system"; readonly notice: string }
  /** A type we do not read yet, kept with its wire name. */
  | { readonly type: "unsupported"; readonly wireType: string };

/** A message from a contact. */
export type InboundMessage = {
  /** The provider's message id, such as `wamid.…`; the key for dropping duplicates. */
  readonly id: string;
  /** When the person sent it, by the provider's word, in milliseconds. */
  readonly sentAt: number;
  readonly content: InboundContent;
  /** The message it answers, by the provider's id. */
  readonly contextId?: string | undefined;
  /** The advertisement or post that led the person here. */
  readonly referral?: Referral | undefined;
  /** The provider's own object, for what the fields above leave out. */
  readonly payload: JsonObject;
};

/** A click-to-WhatsApp advertisement or post (Cloud API, messages webhook, referral). Empty texts stand for what was not given. */
export type Referral = {
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceUrl: string;
  readonly headline: string;
  readonly body: string;
  /** The click id of the advertisement. */
  readonly clickId: string;
};

/** The events of the channel that a Start or a Receive names (Receive node page, Event Name). */
export const channelEvents = ["whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"] as const;

/** An event of the channel: incoming message, postback, list message, reply buttons. */
export type ChannelEvent = (typeof channelEvents)[number];

/** The channel event a message counts as; undefined for reactions and notices, which no flow waits for. */
export function channelEventOf(content: InboundContent): ChannelEvent | undefined {
  switch (content.type) {
    case "text":
    case "media":
    case "location":
    case "contacts":
    case "unsupported":
      return "whatsapp.mo";
    case "postback":
      return "whatsapp.postback";
    case "list-reply":
      return "whatsapp.list";
    case "button-reply":
      return "whatsapp.reply";
    case "reaction":
    case "system":
      return undefined;
    default:
      return assertNever(content);
  }
}
