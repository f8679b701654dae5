import type { MediaKind } from "@parley/messaging";

/*
 * A message as WhatsApp shows it, whoever made it: a node that is drawn, a template that is written, or a provider's own form. Texts are as they were
 * given; of a drawn message they may hold expressions.
 */

/** A button below a message. `value` is what pressing it gives: an identifier, a payload, a link, a number or a code. */
export type BubbleButton = {
  readonly type: "reply" | "quick-reply" | "url" | "phone-number" | "copy-code" | "otp" | "location";
  /** What it reads; empty where WhatsApp itself writes it. */
  readonly title: string;
  readonly value: string;
};

/** A row of a list; `id` is what choosing it gives. */
export type BubbleRow = { readonly id: string; readonly title: string; readonly description: string };

/** A list behind a button. */
export type BubbleList = {
  readonly button: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly BubbleRow[] }[];
};

/** A file. `from` is its link, or the id of an upload; empty where it has neither yet. */
export type BubbleMedia = {
  readonly type: "media";
  readonly kind: MediaKind;
  readonly from: string;
  readonly fileName: string;
};

/** A place on the map, its degrees as they were written. */
export type BubblePlace = {
  readonly type: "place";
  readonly latitude: string;
  readonly longitude: string;
  readonly name: string;
  readonly address: string;
};

/** A contact card in a few words: its name, and the lines below it. */
export type BubbleCard = { readonly name: string; readonly lines: readonly string[] };

/** What stands above a message's body. */
export type BubbleTop =
  | { readonly type: "none" }
  | { readonly type: "text"; readonly text: string }
  | BubbleMedia
  | BubblePlace
  | { readonly type: "cards"; readonly cards: readonly BubbleCard[] }
  /** Stands for a template that is not known here, or not chosen. */
  | { readonly type: "template"; readonly name: string; readonly language: string };

/** What is shown as a bubble of its own. */
export type BubbleMessage = {
  readonly type: "message";
  readonly top: BubbleTop;
  readonly body: string;
  readonly footer: string;
  readonly buttons: readonly BubbleButton[];
  readonly list?: BubbleList | undefined;
  /** The link that is shown with a preview. */
  readonly link?: string | undefined;
};

/** A message as WhatsApp shows it. */
export type BubbleModel =
  | BubbleMessage
  /** Shown at another message; an empty emoji takes the reaction away. */
  | { readonly type: "reaction"; readonly emoji: string; readonly messageId: string }
  /** No bubble: the contact's message gets blue ticks, and the business may be seen to type. */
  | { readonly type: "read-mark"; readonly showsTyping: boolean }
  /** What this phone does not know how to show. */
  | { readonly type: "unknown"; readonly name: string };

/** A message with what is given, and nothing else. */
export function bubbleMessage(parts: Partial<Omit<BubbleMessage, "type">>): BubbleMessage {
  return { type: "message", top: { type: "none" }, body: "", footer: "", buttons: [], ...parts };
}
