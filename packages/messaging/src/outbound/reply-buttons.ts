import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { areUnique, interactiveBody, interactiveFooter, interactiveHeaderSchema } from "./interactive.ts";
import { textFrom1To } from "./sized-text.ts";

const { replyButtonIdLength, replyButtons, replyButtonTitleLength } = messagingLimits;

const buttonSchema = z.strictObject({
  /** Comes back when the button is pressed. */
  id: textFrom1To(replyButtonIdLength, "is empty; give the button an identifier"),
  title: textFrom1To(replyButtonTitleLength, "is empty; give the button a title"),
});

/** A message with up to three buttons (WhatsApp node page, Reply Buttons; Cloud API, Reply buttons). */
export const replyButtonsMessageSchema = z.strictObject({
  type: z.literal("reply-buttons"),
  header: interactiveHeaderSchema,
  body: interactiveBody,
  footer: interactiveFooter,
  buttons: z
    .array(buttonSchema)
    .min(1, "is empty; add a button")
    .max(replyButtons, `has too many entries; WhatsApp takes at most ${replyButtons} buttons`)
    .refine(
      (buttons) => areUnique(buttons.map(({ title }) => title)),
      "has two buttons with the same title; each needs its own",
    )
    .refine(
      (buttons) => areUnique(buttons.map(({ id }) => id)),
      "has two buttons with the same identifier; each needs its own",
    ),
});

/** A message with reply buttons. */
export type ReplyButtonsMessage = z.infer<typeof replyButtonsMessageSchema>;
