import { mediaKinds, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";
import { wholeNumber } from "./whole-number.ts";

/*
 * Virtual phones of the server's own simulator, each known by its WA ID; one comes into being when it is first named. Without a simulator the
 * answer is `conflict`.
 */

const phoneParams = z.strictObject({ waId: waIdSchema });
const appId = z.string().max(100);
const waitMs = z.int().min(0).max(apiLimits.phoneWaitMs);

/** A message of a chat as it stands. */
const entrySchema = z.object({
  /** Grows with every change: an entry whose status changed comes again to who asks for later ones. */
  sequence: z.int(),
  id: z.string(),
  /** `in` is from the person, `out` from the business. */
  direction: z.enum(["in", "out"]),
  at: z.int(),
  /** What a person reads of it. */
  text: z.string(),
  /** The message in the provider's own form. */
  message: z.unknown(),
  /** Of a message made of a template: what the person reads, and what its buttons do. */
  template: z
    .object({
      header: z.string(),
      body: z.string(),
      footer: z.string(),
      buttons: z
        .array(
          z.object({
            type: z.enum(["quick-reply", "url", "phone-number", "copy-code", "otp"]),
            text: z.string(),
            /** Of a quick reply: what comes back when it is pressed. */
            payload: z.string().optional(),
            /** Of a link: where it leads. */
            url: z.string().optional(),
            /** Of a button that copies or fills in a code: the code. */
            code: z.string().optional(),
          }),
        )
        .readonly(),
    })
    .optional(),
  status: z.enum(["pending", "sent", "delivered", "read", "failed"]),
});

/** A message of a chat as it stands. */
export type PhoneEntry = z.infer<typeof entrySchema>;

const words = z.string().max(apiLimits.phoneTextLength);
const name = z.string().min(1).max(apiLimits.phoneTextLength);

/** What a person does with a phone beside typing. */
const contentSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("button-reply"), id: name, title: name }),
  z.strictObject({ type: z.literal("list-reply"), id: name, title: name, description: words.optional() }),
  /** A quick reply of a template was pressed. */
  z.strictObject({ type: z.literal("postback"), payload: words, text: words }),
  z.strictObject({
    type: z.literal("media"),
    kind: z.enum(mediaKinds),
    caption: words.optional(),
    fileName: words.optional(),
  }),
  z.strictObject({
    type: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: words.optional(),
    address: words.optional(),
  }),
]);

/** What a person does with a phone beside typing. */
export type PhoneContent = z.infer<typeof contentSchema>;

/** A person writes to an app, or does something else: chooses a button or a row, sends a file or a place. */
export const writeMessage = defineRoute({
  method: "POST",
  path: "/api/phone/:waId/messages",
  params: phoneParams,
  query: nothing,
  body: z
    .strictObject({
      appId,
      text: z.string().min(1).max(apiLimits.phoneTextLength).optional(),
      content: contentSchema.optional(),
      /** The message it answers, by its id. */
      contextId: z.string().min(1).max(apiLimits.phoneTextLength).optional(),
      /** Whether the person came by a click-to-WhatsApp advertisement. */
      isReferred: z.boolean().optional(),
    })
    .refine(
      ({ text, content }) => (text === undefined) !== (content === undefined),
      "must have either text or content",
    ),
  response: z.object({ id: z.string() }),
});

/** A person's chat with an app, oldest message first: what is new or changed since the sequence `after`. */
export const readChat = defineRoute({
  method: "GET",
  path: "/api/phone/:waId/chat",
  params: phoneParams,
  query: z.strictObject({ appId, after: wholeNumber(0).prefault("0") }),
  body: nothing,
  response: z.object({ entries: z.array(entrySchema), isTyping: z.boolean() }),
});

/** How a phone and the person with it behave. */
const phoneSchema = z.strictObject({
  name: z.string().min(1).max(apiLimits.phoneNameLength),
  /** From acceptance to delivery, and from there to reading. */
  deliverAfterMs: waitMs,
  readAfterMs: waitMs,
  hasReadReceipts: z.boolean(),
  isOffline: z.boolean(),
  isBlocked: z.boolean(),
});

/** Changes how a phone behaves; without any change it says how. */
export const changePhone = defineRoute({
  method: "PATCH",
  path: "/api/phone/:waId",
  params: phoneParams,
  query: nothing,
  body: phoneSchema.partial(),
  response: phoneSchema,
});
