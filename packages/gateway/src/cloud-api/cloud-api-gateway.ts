import { Pool } from "undici";
import type { Gateway, GatewayAnswer, SendRequest } from "../gateway.ts";
import { gatewayLimits } from "../limits.ts";
import { answerOf } from "./answer.ts";
import { requestBody } from "../wire/messages/index.ts";
import { type CloudApiOptions, cloudApiOptionsSchema } from "./options.ts";
import { type Exchange, post } from "./post.ts";
import { parseWebhook } from "../wire/webhook/parse.ts";

/** A gateway with connections of its own. */
export interface CloudApiGateway extends Gateway {
  /** Waits for the sends under way, then closes the connections. A later send is answered `retryable`. */
  close(): Promise<void>;
}

/**
 * A gateway to Meta's Cloud API (Cloud API, Messages reference). It logs nothing, and no answer of it holds the access token.
 * Throws a `ZodError` when an option is out of its bounds.
 */
export function createCloudApiGateway(options: CloudApiOptions): CloudApiGateway {
  const { baseUrl, version, accessToken, requestTimeoutMs, connections } = cloudApiOptionsSchema.parse(options);
  const base = new URL(baseUrl);
  const prefix = `${base.pathname.replace(/\/+$/, "")}/${version}`;
  const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
  const pool = createPool(base.origin, connections);

  return {
    async send(request: SendRequest, signal: AbortSignal): Promise<GatewayAnswer> {
      const path = `${prefix}/${encodeURIComponent(request.app.phoneNumberId)}/messages`;
      const body = JSON.stringify(requestBody(request));
      const exchange = await post(pool, { path, headers, body, timeoutMs: requestTimeoutMs }, signal);
      return answerOf(withoutToken(exchange, accessToken), request);
    },
    parse: parseWebhook,
    close: () => pool.close(),
  };
}

/** HTTP/1.1 without pipelining: one request at a time on a connection, so that it is certain which requests were written. */
function createPool(origin: string, connections: number): Pool {
  return new Pool(origin, {
    connections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: gatewayLimits.connectTimeoutMs },
    // The deadline of the whole exchange is kept in `post`; these two would only repeat a part of it, less exactly.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: gatewayLimits.responseBytes,
  });
}

/** Graph API errors may quote a token they did not like ("Malformed access token …"). */
function withoutToken(exchange: Exchange, accessToken: string): Exchange {
  if (exchange.type !== "answered") return exchange;
  return { ...exchange, text: exchange.text.replaceAll(accessToken, "[access token]") };
}
