import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json as readJson } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { requestWith } from "../send-request.test-support.ts";
import { type CloudApiGateway, createCloudApiGateway } from "./cloud-api-gateway.ts";
import type { CloudApiOptions } from "./options.ts";

const accessToken = "EAAB-not-a-real-token";

type Seen = { readonly url: string; readonly authorization: string; readonly body: unknown };
type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** A provider on loopback that answers the n-th request with the n-th reply, and later ones with the last. */
async function startProvider(...replies: Reply[]): Promise<{ server: Server; baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      seen.push({ url: request.url ?? "", authorization: request.headers.authorization ?? "", body });
      (replies[seen.length - 1] ?? replies.at(-1))?.(response, request);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function gatewayTo(baseUrl: string, options: Partial<CloudApiOptions> = {}): CloudApiGateway {
  const gateway = createCloudApiGateway({ baseUrl, accessToken, requestTimeoutMs: 5000, connections: 2, ...options });
  closings.push(() => gateway.close());
  return gateway;
}

function send(gateway: CloudApiGateway, { sendKey = "c1.1.0", signal = new AbortController().signal } = {}) {
  return gateway.send(requestWith(sendKey), signal);
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

const taken = json(200, { contacts: [{ wa_id: "16505551234" }], messages: [{ id: "wamid.1" }] });
const never: Reply = () => undefined;

describe("a send that is answered", () => {
  test("posts to the number's messages with the token, and is accepted at HTTP 200", async () => {
    const { baseUrl, seen } = await startProvider(taken);
    const answer = await send(gatewayTo(`${baseUrl}/graph/`, { version: "v24.0" }));
    expect(answer).toMatchObject({ type: "accepted", messageId: "wamid.1", contact: { waId: "16505551234" } });
    expect(seen).toEqual([
      {
        url: "/graph/v24.0/106540352242922/messages",
        authorization: `Bearer ${accessToken}`,
        body: expect.objectContaining({ to: "16505551234", biz_opaque_callback_data: "c1.1.0" }),
      },
    ]);
  });

  test.each([
    {
      status: 400,
      code: 131047,
      answer: { type: "refused", isPolicy: true, error: { code: 131047, details: "Why." } },
    },
    { status: 400, code: 131026, answer: { type: "refused", isPolicy: false, error: { code: 131026 } } },
    { status: 429, code: 131056, answer: { type: "retryable", retryAfterMs: 9000 } },
    { status: 500, code: 131000, answer: { type: "ambiguous" } },
  ])("goes by the error code $code", async ({ status, code, answer }) => {
    const error = { message: `(#${code}) Message`, type: "OAuthException", code, error_data: { details: "Why." } };
    const { baseUrl } = await startProvider(json(status, { error }, { "retry-after": "9" }));
    expect(await send(gatewayTo(baseUrl))).toMatchObject(answer);
  });

  test("is ambiguous at HTTP 500 without a body", async () => {
    const { baseUrl } = await startProvider((response) => response.writeHead(500).end());
    expect(await send(gatewayTo(baseUrl))).toMatchObject({ type: "ambiguous" });
  });

  test("does not repeat the token when the provider quotes it", async () => {
    const error = { message: `Malformed access token ${accessToken}`, type: "OAuthException", code: 100 };
    const { baseUrl } = await startProvider(json(400, { error }));
    const answer = await send(gatewayTo(baseUrl));
    expect(answer).toMatchObject({ error: { details: "Malformed access token [access token]" } });
  });
});

describe("a send of which nothing was written", () => {
  test("may be tried again when the connection is refused", async () => {
    const { server, baseUrl } = await startProvider(taken);
    await new Promise((resolve) => server.close(resolve));
    const answer = await send(gatewayTo(baseUrl));
    expect(answer).toEqual({ type: "retryable", reason: "Nothing was sent: ECONNREFUSED." });
  });

  test("may be tried again when no TLS connection comes about", async () => {
    const { baseUrl, seen } = await startProvider(taken);
    expect(await send(gatewayTo(baseUrl.replace("http:", "https:")))).toMatchObject({ type: "retryable" });
    expect(seen).toEqual([]);
  });

  test("may be tried again when it was aborted before it began", async () => {
    const { baseUrl, seen } = await startProvider(taken);
    expect(await send(gatewayTo(baseUrl), { signal: AbortSignal.abort() })).toMatchObject({ type: "retryable" });
    expect(seen).toEqual([]);
  });

  test("may be tried again when it was aborted behind another send, and is never written later", async () => {
    const held: ServerResponse[] = [];
    const { baseUrl, seen } = await startProvider((response) => held.push(response), taken);
    const gateway = gatewayTo(baseUrl, { connections: 1 });
    const controller = new AbortController();
    const first = send(gateway, { sendKey: "first" });
    const second = send(gateway, { sendKey: "second", signal: controller.signal });
    await expect.poll(() => held.length).toBe(1);
    controller.abort();
    expect(await second).toEqual({ type: "retryable", reason: "Nothing was sent: it was aborted." });
    for (const response of held) taken(response, response.req);
    expect(await first).toMatchObject({ type: "accepted" });
    expect(await send(gateway, { sendKey: "third" })).toMatchObject({ type: "accepted" });
    expect(seen.map(({ body }) => body)).toMatchObject([
      { biz_opaque_callback_data: "first" },
      { biz_opaque_callback_data: "third" },
    ]);
  });

  test("may be tried again when its time ran out behind another send", async () => {
    // Both run out at the same moment: now and then the second is written in what is left of its own. What was written is never tried again.
    await vi.waitFor(
      async () => {
        const { baseUrl, seen } = await startProvider(never);
        const gateway = gatewayTo(baseUrl, { connections: 1, requestTimeoutMs: 200 });
        const answers = await Promise.all(["first", "second"].map((sendKey) => send(gateway, { sendKey })));
        expect(answers.filter(({ type }) => type === "ambiguous").length).toBeGreaterThanOrEqual(seen.length);
        expect(answers).toMatchObject([{ type: "ambiguous" }, { type: "retryable" }]);
      },
      { timeout: 30_000, interval: 0 },
    );
  }, 40_000);

  test("may be tried again when the gateway is closed", async () => {
    const { baseUrl, seen } = await startProvider(taken);
    const gateway = createCloudApiGateway({ baseUrl, accessToken, requestTimeoutMs: 5000, connections: 1 });
    await gateway.close();
    expect(await send(gateway)).toMatchObject({ type: "retryable" });
    expect(seen).toEqual([]);
  });
});

describe("a send that was written and has no whole answer", () => {
  test.each<{ name: string; reply: Reply }>([
    { name: "the connection is lost", reply: (_response, request) => request.socket.destroy() },
    { name: "the connection is reset", reply: (_response, request) => request.socket.resetAndDestroy() },
    {
      name: "the answer breaks off",
      reply: (response, request) => {
        response.writeHead(200, { "content-length": "100" });
        response.write('{"messages":', () => request.socket.destroy());
      },
    },
    {
      name: "the answer is too long",
      reply: json(200, { messages: [{ id: "wamid.1" }], padding: "x".repeat(100_000) }),
    },
    { name: "the answer is not HTTP", reply: (_response, request) => request.socket.end("220 smtp ready\r\n\r\n") },
  ])("is ambiguous when $name", async ({ reply }) => {
    const { baseUrl, seen } = await startProvider(reply);
    expect(await send(gatewayTo(baseUrl))).toMatchObject({ type: "ambiguous" });
    expect(seen).toHaveLength(1);
  });

  test("is ambiguous when a connection that served before is lost", async () => {
    const { baseUrl, seen } = await startProvider(taken, (_response, request) => request.socket.destroy());
    const gateway = gatewayTo(baseUrl, { connections: 1 });
    expect(await send(gateway)).toMatchObject({ type: "accepted" });
    expect(await send(gateway)).toMatchObject({ type: "ambiguous" });
    expect(seen).toHaveLength(2);
  });

  test("is ambiguous when no answer comes in time", async () => {
    const { baseUrl } = await startProvider(never);
    const answer = await send(gatewayTo(baseUrl, { requestTimeoutMs: 100 }));
    expect(answer).toEqual({
      type: "ambiguous",
      reason: "The request was written, but its answer is lost: there was no whole answer within 100 ms.",
    });
  });

  test("is ambiguous when it is aborted", async () => {
    const { baseUrl, seen } = await startProvider(never);
    const controller = new AbortController();
    const answer = send(gatewayTo(baseUrl), { signal: controller.signal });
    await expect.poll(() => seen.length).toBe(1);
    controller.abort();
    expect(await answer).toMatchObject({ type: "ambiguous" });
  });
});

test("A connection that the provider closed while it was idle does not disturb the next send", async () => {
  const { server, baseUrl } = await startProvider(taken);
  const gateway = gatewayTo(baseUrl, { connections: 1 });
  expect(await send(gateway)).toMatchObject({ type: "accepted" });
  server.closeAllConnections();
  await expect.poll(() => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0);
  expect(await send(gateway)).toMatchObject({ type: "accepted" });
});

test.each([
  { accessToken: "two\nlines" },
  { accessToken: "" },
  { baseUrl: "ftp://graph.facebook.com" },
  { version: "23" },
  { requestTimeoutMs: 0 },
  { connections: 0 },
])("The options %j are refused without showing the token", (options) => {
  const create = () =>
    createCloudApiGateway({ accessToken: "secret-token", requestTimeoutMs: 5000, connections: 1, ...options });
  expect(create).toThrow(Object.keys(options)[0]);
  expect(create).not.toThrow(/secret-token|two/);
});
