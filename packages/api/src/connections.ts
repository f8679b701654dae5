import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, "must be small letters, digits and -");
const params = z.strictObject({ connectionId: id });
const secret = z.string().min(1).max(apiLimits.secretLength);
/** As a header can carry it: what is copied with a line break or a space would be refused with every request. */
const accessToken = secret.regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters without spaces");
const name = z.string().trim().min(1).max(apiLimits.nameLength);

/** A connection as people may see it: no secret ever comes back but the verify token, which is typed into the provider's form. */
const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.literal("cloud-api"),
  /** Where the provider calls; beneath this server's public address. */
  webhookPath: z.string(),
  verifyToken: z.string(),
  baseUrl: z.string(),
  version: z.string(),
  /** The provider's id of the business account, whose templates its apps share; empty until it is known. */
  businessAccountId: z.string(),
  hasPreviousAppSecret: z.boolean(),
  /** Whether it leads to the simulator of this process; then it cannot be changed or removed. */
  isSimulated: z.boolean(),
});

/** A connection as people may see it. */
export type ConnectionView = z.infer<typeof connectionSchema>;

const credentials = {
  accessToken,
  appSecret: secret,
  verifyToken: z.string().min(8).max(apiLimits.secretLength),
  baseUrl: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(apiLimits.baseUrlLength),
  version: z.string().regex(/^v\d{1,3}\.\d{1,2}$/, "must look like v23.0"),
  businessAccountId: z.string().regex(/^\d{0,40}$/, "must be digits, as Meta's dashboard shows it"),
};

export const listConnections = defineRoute({
  method: "GET",
  path: "/api/connections",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({ connections: z.array(connectionSchema) }),
});

/** Makes a connection. Its secrets are written once and never shown again. Without a verify token one is made. */
export const createConnection = defineRoute({
  method: "POST",
  path: "/api/connections",
  params: nothing,
  query: nothing,
  body: z.strictObject({
    name,
    accessToken: credentials.accessToken,
    appSecret: credentials.appSecret,
    verifyToken: credentials.verifyToken.optional(),
    baseUrl: credentials.baseUrl.optional(),
    version: credentials.version.optional(),
    businessAccountId: credentials.businessAccountId.optional(),
  }),
  response: connectionSchema,
});

/** Changes what is given. A new app secret keeps the former one valid for webhooks under way; `dropsPreviousAppSecret` ends that. */
export const changeConnection = defineRoute({
  method: "PATCH",
  path: "/api/connections/:connectionId",
  params,
  query: nothing,
  body: z.strictObject({ name, ...credentials, dropsPreviousAppSecret: z.boolean() }).partial(),
  response: connectionSchema,
});

/** Removes a connection; `in-use` while it has apps. */
export const deleteConnection = defineRoute({
  method: "DELETE",
  path: "/api/connections/:connectionId",
  params,
  query: nothing,
  body: nothing,
  response: z.object({}),
});
