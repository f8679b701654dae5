import type { Gateway, GatewayAnswer, SendRequest } from "../gateway.ts";
import { gatewayLimits } from "../limits.ts";
import { answerOf } from "./answer.ts";
import { requestBody } from "../wire/messages/index.ts";
import { type CloudApiOptions, cloudApiOptionsSchema } from "./options.ts";
import { exchangeOnce } from "./exchange.ts";
import { openGraph } from "./graph.ts";
import { withoutToken } from "./reading.ts";
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
  const parsed = cloudApiOptionsSchema.parse(options);
  const { accessToken, requestTimeoutMs } = parsed;
  const { pool, prefix } = openGraph(parsed, gatewayLimits.responseBytes);
  const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };

  return {
    async send(request: SendRequest, signal: AbortSignal): Promise<GatewayAnswer> {
      const path = `${prefix}/${encodeURIComponent(request.app.phoneNumberId)}/messages`;
      const body = JSON.stringify(requestBody(request));
      const sending = { method: "POST", path, headers, body, timeoutMs: requestTimeoutMs } as const;
      const exchange = await exchangeOnce(pool, sending, signal);
      return answerOf(withoutToken(exchange, accessToken), request);
    },
    parse: parseWebhook,
    close: () => pool.close(),
  };
}
