import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { answer, closings, leadOn, type Reply, resolving, startServer } from "./customer-server.test-support.ts";
import { createNodePerformer, type NodePerformer, type NodePerformerOptions } from "./node-performer.ts";

/** Secrets are not what posts are about. */
const keys = { seal: (secret: string) => secret, open: () => undefined, digestKey: new Uint8Array(32) };

function performerWith(options: Partial<NodePerformerOptions> = {}): NodePerformer {
  const performer = createNodePerformer({ allowsPrivateUrls: true, ...keys, ...options });
  closings.push(() => performer.close());
  return performer;
}

function post(performer: NodePerformer, url: string, signal = new AbortController().signal) {
  const headers = { "content-type": "application/json", authorization: "Bearer secret" };
  return performer.post({ url, headers, body: '{"a":1}' }, signal);
}

describe("a post", () => {
  test("is made once, with its headers and body, and its status is told", async () => {
    const { origin, seen } = await startServer({ "/reports?x=1": answer(204) });
    expect(await post(performerWith(), `${origin}/reports?x=1`)).toEqual({ type: "answered", status: 204 });
    expect(seen).toMatchObject([
      { method: "POST", path: "/reports?x=1", body: '{"a":1}', headers: { "content-type": "application/json" } },
    ]);
  });

  test.each([200, 301, 303, 400, 404, 500, 503])("that is answered %d says so", async (status) => {
    const { origin } = await startServer({ "/": answer(status) });
    expect(await post(performerWith(), `${origin}/`)).toEqual({ type: "answered", status });
  });

  test("does not wait for the end of a long answer", async () => {
    const { origin } = await startServer({
      "/": (response) => {
        response.writeHead(200);
        const more = (): void =>
          void (response.write("x".repeat(16_384)) ? setImmediate(more) : response.once("drain", more));
        more();
      },
    });
    expect(await post(performerWith(), `${origin}/`)).toEqual({ type: "answered", status: 200 });
  });

  test("fails where nobody listens", async () => {
    const { origin, port } = await startServer({});
    await closings.pop()?.();
    expect(port).toBeGreaterThan(0);
    expect(await post(performerWith(), origin)).toEqual({
      type: "failed",
      reason: "It could not be posted: ECONNREFUSED.",
    });
  });

  test("fails where the connection breaks", async () => {
    const { origin } = await startServer({ "/": (response) => response.destroy() });
    expect(await post(performerWith(), `${origin}/`)).toMatchObject({ type: "failed" });
  });

  test("fails when there is no answer in time", async () => {
    const { origin, seen } = await startServer({ "/": () => undefined });
    expect(await post(performerWith({ timeoutMs: 200 }), `${origin}/`)).toEqual({
      type: "failed",
      reason: "There was no answer within 200 ms.",
    });
    expect(seen).toHaveLength(1);
  });

  test("counts redirects into that time", async () => {
    const slowly: Reply = (response) => void setTimeout(() => leadOn("/")(response, {} as IncomingMessage), 120);
    const { origin } = await startServer({ "/": slowly });
    expect(await post(performerWith({ timeoutMs: 200 }), `${origin}/`)).toMatchObject({
      reason: "There was no answer within 200 ms.",
    });
  });

  test("ends when it is broken off", async () => {
    const { origin } = await startServer({ "/": () => undefined });
    const controller = new AbortController();
    const posting = post(performerWith(), `${origin}/`, controller.signal);
    setTimeout(() => controller.abort(), 50);
    expect(await posting).toEqual({ type: "failed", reason: "The post was broken off." });
  });

  test("after the close fails", async () => {
    const { origin } = await startServer({ "/": answer(200) });
    const performer = createNodePerformer({ allowsPrivateUrls: true, ...keys });
    await performer.close();
    expect(await post(performer, `${origin}/`)).toMatchObject({ type: "failed" });
  });
});

describe("a redirect", () => {
  test.each([301, 302, 307, 308])("by %d is followed with the same post", async (status) => {
    const { origin, seen } = await startServer({ "/": leadOn("/there", status), "/there": answer(200) });
    expect(await post(performerWith(), `${origin}/`)).toEqual({ type: "answered", status: 200 });
    expect(seen.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["POST", "/", '{"a":1}'],
      ["POST", "/there", '{"a":1}'],
    ]);
  });

  test("is followed three times and no more", async () => {
    const replies = {
      "/1": leadOn("/2"),
      "/2": leadOn("/3"),
      "/3": leadOn("/4"),
      "/4": answer(200),
      "/0": leadOn("/1"),
    };
    const { origin, seen } = await startServer(replies);
    expect(await post(performerWith(), `${origin}/1`)).toEqual({ type: "answered", status: 200 });
    expect(await post(performerWith(), `${origin}/0`)).toEqual({
      type: "failed",
      reason: "The URL leads on more than 3 times.",
    });
    expect(seen).toHaveLength(8);
  });

  test("takes credentials along within one place only", async () => {
    const there = await startServer({ "/": answer(200) });
    const here = await startServer({ "/": leadOn("/same"), "/same": leadOn(`${there.origin}/`) });
    await post(performerWith(), `${here.origin}/`);
    expect(here.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer secret", "Bearer secret"]);
    expect(there.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(there.seen[0]?.headers["content-type"]).toBe("application/json");
  });

  test("to a place that is off limits is not followed", async () => {
    const inner = await startServer({ "/": answer(200) });
    const outer = await startServer({
      "/": leadOn("ftp://example.com/"),
      "/user": leadOn(`http://a:b@127.0.0.1:${inner.port}/`),
    });
    const performer = performerWith();
    expect(await post(performer, `${outer.origin}/`)).toMatchObject({ type: "forbidden" });
    expect(await post(performer, `${outer.origin}/user`)).toMatchObject({ type: "forbidden" });
    expect(inner.seen).toEqual([]);
  });
});

describe("a performer that keeps away from private addresses", () => {
  const away = (resolve?: NodePerformerOptions["resolve"]): NodePerformer =>
    performerWith({ allowsPrivateUrls: false, timeoutMs: 1_000, ...(resolve && { resolve }) });

  test("does not go to an address of this machine, however it is written", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    const performer = away();
    for (const host of ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.1", "[::ffff:127.0.0.1]", "0.0.0.0"]) {
      const result = await post(performer, `http://${host}:${port}/`);
      expect(result).toMatchObject({
        type: "forbidden",
        reason: expect.stringContaining("leads where no report goes"),
      });
    }
    expect(seen).toEqual([]);
  });

  test("does not go where a name resolves to such an address", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    const { resolve, asked } = resolving(["127.0.0.1"]);
    expect(await post(away(resolve), `http://reports.example:${port}/`)).toEqual({
      type: "forbidden",
      reason: `The URL "http://reports.example:${port}/" leads where no report goes: 127.0.0.1 is this machine itself.`,
    });
    expect(asked).toEqual(["reports.example"]);
    expect(seen).toEqual([]);
  });

  test("does not go where one of several addresses is such an address", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    const { resolve } = resolving(["2d00::1", "127.0.0.1"]);
    expect(await post(away(resolve), `http://reports.example:${port}/`)).toMatchObject({ type: "forbidden" });
    expect(seen).toEqual([]);
  });

  test("is not led there by a name that changes what it resolves to", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    // The first look gives an address of the public kind that nobody has been given; a second look would give this machine.
    const { resolve, asked } = resolving(["2d00::1"], ["127.0.0.1"]);
    const performer = away(resolve);
    expect(await post(performer, `http://reports.example:${port}/`)).toMatchObject({ type: "failed" });
    expect(asked).toHaveLength(1);
    expect(await post(performer, `http://reports.example:${port}/`)).toMatchObject({ type: "forbidden" });
    expect(asked).toHaveLength(2);
    expect(seen).toEqual([]);
  });

  test("fails for a name that has no address, and may be asked again", async () => {
    const { resolve } = resolving([]);
    expect(await post(away(resolve), "http://reports.example/")).toMatchObject({ type: "failed" });
    const missing = away(() => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" })));
    expect(await post(missing, "http://reports.example/")).toEqual({
      type: "failed",
      reason: "It could not be posted: ENOTFOUND.",
    });
  });
});

test("The address that was looked at is the one that is connected to", async () => {
  const { port, seen } = await startServer({ "/": answer(200) });
  const { resolve, asked } = resolving(["127.0.0.1"]);
  const result = await post(performerWith({ resolve }), `http://reports.example:${port}/`);
  expect(result).toEqual({ type: "answered", status: 200 });
  expect(asked).toEqual(["reports.example"]);
  expect(seen[0]?.headers.host).toBe(`reports.example:${port}`);
});
