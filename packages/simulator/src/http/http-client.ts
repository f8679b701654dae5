import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { simulatorLimits } from "../limits.ts";

/** A request as the simulator makes it. */
export type HttpRequest = {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string | number>> | undefined;
  readonly body?: Buffer | undefined;
};

/** What came back; `status` is undefined if nothing did: no connection, a broken one, or no answer in time. */
export type HttpAnswer = { readonly status: number | undefined; readonly body: string };

/** Makes requests over connections that are kept. */
export interface HttpClient {
  /** Never rejects. Reads at most the first 64 Ki characters of the answer. */
  exchange(request: HttpRequest): Promise<HttpAnswer>;
  /** Breaks every connection; requests under way come back without a status. */
  close(): void;
}

const noAnswer: HttpAnswer = { status: undefined, body: "" };

/** Makes a client whose connections are kept for the next request. */
export function createHttpClient(): HttpClient {
  const options = { keepAlive: true, maxFreeSockets: simulatorLimits.webhooksAtOnce };
  const plain = new HttpAgent(options);
  const secure = new HttpsAgent(options);

  function exchange({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
    return new Promise((resolve) => {
      const isSecure = url.protocol === "https:";
      const agent = isSecure ? secure : plain;
      const outgoing = (isSecure ? httpsRequest : httpRequest)(url, { method, headers: { ...headers }, agent });
      outgoing.setTimeout(simulatorLimits.webhookTimeoutMs, () => outgoing.destroy());
      outgoing.on("error", () => resolve(noAnswer));
      outgoing.on("response", (response) => {
        readAnswer(response).then(resolve, () => resolve(noAnswer));
      });
      outgoing.end(body);
    });
  }

  return {
    exchange,
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

async function readAnswer(response: IncomingMessage): Promise<HttpAnswer> {
  response.setEncoding("utf8");
  let body = "";
  for await (const part of response) {
    if (body.length < simulatorLimits.answerLength) body += String(part);
  }
  return { status: response.statusCode, body: body.slice(0, simulatorLimits.answerLength) };
}
