import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request that came to the receiver. */
export type Received = {
  readonly method: string;
  readonly url: URL;
  readonly signature: string | undefined;
  readonly body: Buffer;
};

/** What the receiver answers: a status, with a body or without, or nothing at all but a cut connection. */
export type ReceiverAnswer = { readonly status: number; readonly body?: string } | "cut";

/** A business's webhook server, as far as a test needs one. */
export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string;
  /** Every request, in the order in which it was answered. */
  readonly received: Received[];
  /** Answers the next requests; 200 at first. May take its time. */
  answerWith(answer: (request: Received) => ReceiverAnswer | Promise<ReceiverAnswer>): void;
}

/** Starts a receiver on a free port. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let answerTo: (request: Received) => ReceiverAnswer | Promise<ReceiverAnswer> = () => ({ status: 200 });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = await read(request);
    const answer = await answerTo(seen);
    received.push(seen);
    if (answer === "cut") request.socket.destroy();
    else response.writeHead(answer.status).end(answer.body);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    answerWith: (answer) => {
      answerTo = answer;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const { method = "", url = "", headers } = request;
  const signature = headers["x-hub-signature-256"];
  return {
    method,
    url: new URL(url, "http://127.0.0.1"),
    signature: typeof signature === "string" ? signature : undefined,
    body: await buffer(request),
  };
}
