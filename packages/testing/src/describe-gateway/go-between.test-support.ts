import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";

/** What is answered to a request. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A server between a gateway and a provider, which may change what the provider answers. */
export interface GoBetween {
  readonly url: string;
  /** How many requests have come. */
  readonly count: number;
  /** What becomes of answers from now on; nothing unless given. */
  change(how?: (answer: Answer) => Answer): void;
  close(): Promise<void>;
}

/** Starts a server that hands requests on to `target`. A connection that is cut there is cut here. */
export async function startGoBetween(target: string): Promise<GoBetween> {
  let count = 0;
  let change = (answer: Answer): Answer => answer;

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    count += 1;
    const { authorization = "" } = headers;
    const init = { method, headers: { authorization, "content-type": "application/json" }, body: new Uint8Array(body) };
    const answer = await fetch(`${target}${url}`, init);
    const changed = change({
      status: answer.status,
      headers: { "content-type": answer.headers.get("content-type") ?? "" },
      body: answer.body === null ? "" : await text(answer.body),
    });
    response.writeHead(changed.status, changed.headers).end(changed.body);
  }

  const server = createServer((request, response) => {
    handOn(request, response).catch(() => request.socket.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get count() {
      return count;
    },
    change: (how = (answer) => answer) => {
      change = how;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
