/** Every message type of the Cloud API by its wire name (Cloud API, Messages reference, type). */
export const wireTypes = [
  "audio",
  "contacts",
  "document",
  "image",
  "interactive",
  "location",
  "reaction",
  "sticker",
  "template",
  "text",
  "video",
] as const;

/** The wire name of a message type. */
export type WireType = (typeof wireTypes)[number];
