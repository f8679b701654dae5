import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, expect } from "vitest";
import type { GatewayAccount } from "../account.ts";
import { createCloudApiAccount } from "./account.ts";

/** A token with every kind of character that a header may hold. */
export const accessToken = 'EAAB"not/a+real\\token';

/** What the account asked for; a form as the object of its fields. */
export type Asked = { readonly method: string; readonly path: string; readonly query: object; readonly body: unknown };

/** What is answered: HTTP 200 unless it says otherwise. */
export type Reply = { readonly status?: number; readonly body: unknown };

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** An account at a Graph API on loopback, which answers each question by a function of it, or cuts the connection. Closed after the test. */
export async function openAccount(
  reply: (asked: Asked, count: number) => Reply | undefined,
): Promise<{ account: GatewayAccount; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readAsked(request).then((question) => {
      expect(request.headers.authorization).toBe(`Bearer ${accessToken}`);
      asked.push(question);
      answer(response, reply(question, asked.length));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = createCloudApiAccount({
    baseUrl: `${url}/graph`,
    version: "v24.0",
    accessToken,
    requestTimeoutMs: 2000,
    connections: 2,
  });
  closings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  closings.push(() => account.close());
  return { account, asked };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const type = request.headers["content-type"] ?? "";
  const bytes = await buffer(request);
  const body = type.startsWith("multipart/")
    ? Object.fromEntries(await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData())
    : bytes.length === 0
      ? undefined
      : JSON.parse(bytes.toString("utf8"));
  return { method: request.method ?? "", path: pathname, query: Object.fromEntries(searchParams), body };
}

function answer(response: ServerResponse, reply: Reply | undefined): void {
  if (reply === undefined) response.destroy();
  else response.writeHead(reply.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(reply.body));
}
