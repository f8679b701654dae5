import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { read } from "../reading.ts";
import { messageType } from "./message-type.ts";
import { textFrom1To } from "./wire-text.ts";

/** A text message (Cloud API, Messages reference, text). */
export const text = messageType({
  schema: z.object({
    text: z.object({
      body: textFrom1To(messagingLimits.textBodyLength),
      preview_url: z.boolean("must be a boolean.").optional(),
    }),
  }),
  take: (message) => read({ text: message.text.body }),
});
