import { z } from "zod";
import { gatewayLimits } from "../limits.ts";

/** What a gateway to the Cloud API needs to know. Its complaints never show the access token. */
export const cloudApiOptionsSchema = z.strictObject({
  /** Where the Graph API is; a path in it is kept, so that a stand-in may live below one. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .default("https://graph.facebook.com"),
  version: z
    .string()
    .regex(/^v\d{1,3}\.\d{1,2}$/, "must look like v23.0")
    .default("v23.0"),
  /** Goes into a header as it is, so it may hold visible ASCII only. */
  accessToken: z.string().regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters without spaces"),
  /** The longest a send may take, queueing and connecting included. */
  requestTimeoutMs: z.int().min(1).max(gatewayLimits.requestTimeoutMs),
  /** How many sends may be under way at once; each has a connection of its own. */
  connections: z.int().min(1).max(gatewayLimits.connections),
});

/** What a gateway to the Cloud API needs to know; `baseUrl` and `version` have defaults. */
export type CloudApiOptions = z.input<typeof cloudApiOptionsSchema>;
