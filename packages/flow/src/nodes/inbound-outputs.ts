import type { ChannelEvent } from "@parley/messaging";

const common = [
  "whatsapp.waId",
  "whatsapp.whatsappId",
  "whatsapp.bsuid",
  "whatsapp.userHandle",
  "whatsapp.username",
  "whatsapp.contextId",
  "whatsapp.contextNode",
  "whatsapp.identityHash",
  "whatsapp.appId",
  "whatsapp.timestamp",
  "whatsapp.transId",
  "whatsapp.type",
];

const byEvent: Record<ChannelEvent, readonly string[]> = {
  "whatsapp.mo": [
    "whatsapp.message",
    "whatsapp.attachmentType",
    "whatsapp.attachments.*",
    "whatsapp.mimeType",
    "whatsapp.caption",
    "whatsapp.imageUrl",
    "whatsapp.documentUrl",
    "whatsapp.audioUrl",
    "whatsapp.voiceUrl",
    "whatsapp.videoUrl",
    "whatsapp.stickerUrl",
    "whatsapp.locationLatitude",
    "whatsapp.locationLongitude",
    "whatsapp.locationName",
    "whatsapp.locationAddress",
    "whatsapp.locationUrl",
    "whatsapp.contacts.*",
    "whatsapp.referral.*",
  ],
  "whatsapp.postback": ["whatsapp.buttonPayload", "whatsapp.buttonText"],
  "whatsapp.list": ["whatsapp.listRowIdentifier", "whatsapp.listRowTitle", "whatsapp.listDescription"],
  "whatsapp.reply": ["whatsapp.replyButtonIdentifier", "whatsapp.replyButtonTitle"],
};

/** The outputs of a Start or Receive for the events it takes (Receive node page, Output variables). */
export function inboundOutputs(events: readonly ChannelEvent[]): string[] {
  const generic = ["receive.message", "receive.channel", "receive.payload.*"];
  if (events.length === 0) return [];
  return [...generic, ...common, ...new Set(events.flatMap((event) => byEvent[event]))];
}

/** The outputs of a Start or Receive that takes a custom event: its parameters under their own names. */
export const customEventOutputs = ["customEvent.*"];

/** The outputs of a Start that a webhook calls: its fields, and `inboundWebhook.body` with the whole body. */
export function webhookOutputs(fields: readonly string[]): string[] {
  return [...fields.flatMap((name) => [`inboundWebhook.${name}`, `inboundWebhook.${name}.*`]), "inboundWebhook.body.*"];
}
