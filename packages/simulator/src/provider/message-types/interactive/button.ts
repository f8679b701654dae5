import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { metaError } from "../../meta-error.ts";
import { lengthProblem } from "../../reading.ts";
import { wireId } from "../wire-text.ts";
import { interactiveType } from "./interactive-type.ts";

const { interactiveBodyLength, replyButtons, replyButtonTitleLength } = messagingLimits;

/** Meta takes longer ids than Parley, whose limit is that of the WhatsApp node page (Cloud API, Reply buttons: 256). */
const idLength = 256;

/** A message with reply buttons (Cloud API, Reply buttons). */
export const button = interactiveType({
  action: z.object({
    buttons: z.array(
      z.object({
        type: z.literal("reply", "must be one of {REPLY}."),
        reply: z.object({ id: wireId, title: z.string("must be a string.") }),
      }),
    ),
  }),
  rules: { bodyLength: interactiveBodyLength, headers: ["text", "image", "video", "document"] },
  problems: ({ buttons }) => {
    const count = `Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${replyButtons}`;
    const titles = buttons.map(({ reply }) => reply.title);
    const ids = buttons.map(({ reply }) => reply.id);
    return [
      buttons.length < 1 || buttons.length > replyButtons ? metaError(131009, { details: count }) : undefined,
      ...titles.map((title) => lengthProblem("Button title", title, { most: replyButtonTitleLength })),
      ...ids.map((id) => lengthProblem("Button id", id, { most: idLength })),
      new Set(titles).size < titles.length
        ? metaError(131009, { details: "Button titles must be unique." })
        : undefined,
      new Set(ids).size < ids.length ? metaError(131009, { details: "Button ids must be unique." }) : undefined,
    ];
  },
});
