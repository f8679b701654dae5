import { contacts } from "./contacts.ts";
import { interactive } from "./interactive/index.ts";
import { location } from "./location.ts";
import { media } from "./media.ts";
import type { MessageType } from "./message-type.ts";
import { reaction } from "./reaction.ts";
import { template } from "./template/index.ts";
import { text } from "./text.ts";
import type { WireType } from "./wire-types.ts";

/** The message types of the Cloud API by wire name; a missing one is a compile error here. */
export const messageTypes = {
  audio: media("audio"),
  contacts,
  document: media("document"),
  image: media("image"),
  interactive,
  location,
  reaction,
  sticker: media("sticker"),
  template,
  text,
  video: media("video"),
} as const satisfies Record<WireType, MessageType>;
