import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { WebhookPost } from "../describe-gateway.ts";

/** A server that keeps the webhooks that are posted to it, in the order in which they came. */
export interface PostBox {
  readonly url: string;
  readonly posts: WebhookPost[];
  close(): Promise<void>;
}

/** Starts a post box on a free port. */
export async function startPostBox(): Promise<PostBox> {
  const posts: WebhookPost[] = [];
  const server = createServer((request, response) => {
    const { "x-hub-signature-256": signature } = request.headers;
    void buffer(request).then((bytes) => {
      posts.push({ bytes: new Uint8Array(bytes), signature: typeof signature === "string" ? signature : undefined });
      response.writeHead(200).end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    posts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
