import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const params = z.strictObject({ appId: z.string().max(100) });
const name = z.string().trim().max(apiLimits.nameLength);
const words = z.array(z.string().trim().min(1).max(60)).max(20);

const settingsSchema = z.strictObject({
  /** The most messages handed to WhatsApp per second. */
  messagesPerSecond: z.number().positive().max(1_000),
  /** What follows a send of which nobody knows whether it was taken. */
  ambiguous: z.enum(["retry", "dead-letter"]),
  /** Whether our policies refuse, or only note what they would have refused. */
  policy: z.enum(["enforce", "observe"]),
  /** Whether a destination must be written with the plus sign. */
  demandsPlus: z.boolean(),
  /** Words that, alone in a message, take consent away or give it again. */
  stopWords: words,
  startWords: words,
});

const appSchema = z.object({
  id: z.string(),
  name: z.string(),
  connectionId: z.string(),
  phoneNumberId: z.string(),
  displayPhoneNumber: z.string(),
  settings: settingsSchema,
  /** Whether it is a number of the simulator in this process. */
  isSimulated: z.boolean(),
});

/** An app: one number of a business. */
export type AppView = z.infer<typeof appSchema>;

const fields = {
  name,
  connectionId: z.string().max(100),
  /** The provider's id of the number. */
  phoneNumberId: z.string().regex(/^\d{1,32}$/, "must be digits, as Meta's dashboard shows it"),
  /** The number people see, with the plus sign. */
  displayPhoneNumber: z.string().max(40),
};

export const listApps = defineRoute({
  method: "GET",
  path: "/api/apps",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({ apps: z.array(appSchema) }),
});

/** Makes an app of a number; `conflict` when the connection has one for it already. */
export const createApp = defineRoute({
  method: "POST",
  path: "/api/apps",
  params: nothing,
  query: nothing,
  body: z.strictObject({ ...fields, settings: settingsSchema.partial().optional() }),
  response: appSchema,
});

/** Changes what is given; the number and its connection stay. */
export const changeApp = defineRoute({
  method: "PATCH",
  path: "/api/apps/:appId",
  params,
  query: nothing,
  body: z
    .strictObject({ name, displayPhoneNumber: fields.displayPhoneNumber, settings: settingsSchema.partial() })
    .partial(),
  response: appSchema,
});

/** Removes an app; `in-use` while a flow is live on it alone or conversations of it have not ended. */
export const deleteApp = defineRoute({
  method: "DELETE",
  path: "/api/apps/:appId",
  params,
  query: nothing,
  body: nothing,
  response: z.object({}),
});

/** Asks WhatsApp for the number, and says for each step whether it went well. */
export const testApp = defineRoute({
  method: "POST",
  path: "/api/apps/:appId/test",
  params,
  query: nothing,
  body: nothing,
  response: z.object({
    isOk: z.boolean(),
    steps: z.array(z.object({ name: z.string(), isOk: z.boolean(), sentence: z.string() })),
  }),
});

const profileSchema = z.object({
  about: z.string().max(139),
  address: z.string().max(256),
  description: z.string().max(512),
  email: z.string().max(128),
  vertical: z.string().max(60),
  websites: z.array(z.string().max(256)).max(2),
});

/** How the business shows itself on WhatsApp (WhatsApp page, Business Account Settings). */
export const getProfile = defineRoute({
  method: "GET",
  path: "/api/apps/:appId/profile",
  params,
  query: nothing,
  body: nothing,
  response: profileSchema.extend({ pictureUrl: z.string() }),
});

export const saveProfile = defineRoute({
  method: "PUT",
  path: "/api/apps/:appId/profile",
  params,
  query: nothing,
  body: profileSchema.strict(),
  response: profileSchema.extend({ pictureUrl: z.string() }),
});

/** Uploads a file to WhatsApp, to be sent by its id. The body is the file itself, its type in `content-type`. */
export const uploadMedia = defineRoute({
  method: "POST",
  path: "/api/apps/:appId/media",
  bodyBytes: apiLimits.mediaBytes,
  params,
  query: z.strictObject({ fileName: z.string().max(240).optional(), kind: z.string().max(20) }),
  body: nothing,
  response: z.object({
    mediaId: z.string(),
    mimeType: z.string(),
    bytes: z.int(),
    /** WhatsApp forgets an upload after 30 days. */
    expiresAt: z.int(),
  }),
});
