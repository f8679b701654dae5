import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answer, startRawServer, startServer } from "./customer-server.test-support.ts";
import { ask, makeRequester, reasonOf, taskTo, valuesOf } from "./requester.test-support.ts";

describe("It is true that a packed answer", () => {
  const text = JSON.stringify({ text: "x".repeat(10_000) });
  test.each<[string, Buffer]>([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["GZIP", gzipSync(text)],
    ["identity", Buffer.from(text)],
    ["gzip, br", brotliCompressSync(gzipSync(text))],
    ["gzip", gzipSync("")],
  ])("by %s is unpacked", async (packing, body) => {
    const { origin } = await startServer({ "/": answer(200, { "content-encoding": packing }, body) });
    const { responseBody } = await valuesOf(ask(`${origin}/`));
    expect([text, ""]).toContain(responseBody);
  });

  test("that is empty is empty", async () => {
    const { origin } = await startServer({ "/": answer(200, { "content-encoding": "gzip" }) });
    expect(await valuesOf(ask(`${origin}/`))).toMatchObject({ responseBody: "" });
  });

  test.each<[string, Buffer, string]>([
    ["gzip", gzipSync(Buffer.alloc(100 * 1024 * 1024)), "longer than 1 MB when it is unpacked"],
    ["deflate", deflateSync(Buffer.alloc(50 * 1024 * 1024)), "longer than 1 MB when it is unpacked"],
    ["br", brotliCompressSync(Buffer.alloc(50 * 1024 * 1024)), "longer than 1 MB when it is unpacked"],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(100 * 1024 * 1024))), "longer than 1 MB when it is unpacked"],
    ["gzip, gzip, gzip, gzip", Buffer.from("x"), "packed 4 times; at most 3 are unpacked"],
    ["zip", Buffer.from("x"), 'packed as "zip"; only gzip, deflate and br are unpacked'],
    ["constructor", Buffer.from("x"), 'packed as "constructor"'],
    ["gzip", Buffer.from("no gzip"), "said to be packed as gzip, and cannot be unpacked"],
    ["br", Buffer.from("no brotli at all"), "said to be packed as br, and cannot be unpacked"],
    ["gzip", gzipSync(text).subarray(0, 20), "said to be packed as gzip, and cannot be unpacked"],
  ])("by %s that is none, or a bomb, is stopped", async (packing, body, why) => {
    const { origin, seen } = await startServer({ "/": answer(200, { "content-encoding": packing }, body) });
    const before = process.memoryUsage().arrayBuffers;
    const reason = await reasonOf(ask(`${origin}/`, { retries: 3 }));
    expect(reason).toMatch(/^failed: The answer .+\.$/);
    expect(reason).toContain(why);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
    expect(seen).toHaveLength(1);
  });
});

describe("It is true that an answer that harms is stopped", () => {
  test("when it is long", async () => {
    const { origin } = await startServer({
      "/just": answer(200, {}, "x".repeat(1024 * 1024)),
      "/long": answer(200, {}, "x".repeat(1024 * 1024 + 1)),
      "/endless": (response) => {
        const more = (): void =>
          void (response.write("x".repeat(16_384)) ? setImmediate(more) : response.once("drain", more));
        more();
      },
    });
    expect(await valuesOf(ask(`${origin}/just`))).toMatchObject({ statusCode: 200 });
    expect(await reasonOf(ask(`${origin}/long`))).toBe("failed: The answer is longer than 1 MB and was not taken.");
    expect(await reasonOf(ask(`${origin}/endless`))).toBe("failed: The answer is longer than 1 MB and was not taken.");
  });

  test("when its body comes too slowly", async () => {
    const { origin } = await startServer({
      "/": (response) => {
        response.write("x");
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(timer));
      },
    });
    expect(await reasonOf(ask(`${origin}/`, { requestTimeoutMs: 200 }))).toBe(
      "timed-out: The server gave no whole answer within 200 ms.",
    );
  });

  test("when its headers come too slowly, or never end, or are none", async () => {
    const drip = (text: string) => (socket: Socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write(text), 5);
      socket.on("close", () => clearInterval(timer));
    };
    const slow = await startRawServer(drip("x"));
    expect(await reasonOf(ask(slow.origin, { requestTimeoutMs: 200 }))).toContain(
      "timed-out: The server gave no whole",
    );
    const endless = await startRawServer(drip(`x-more: ${"x".repeat(4_000)}\r\n`));
    expect(await reasonOf(ask(endless.origin, { retries: 2 }))).toBe(
      "failed: The server could not be asked: the headers of its answer are longer than 16 KB (UND_ERR_HEADERS_OVERFLOW).",
    );
    const none = await startRawServer((socket) => socket.end("220 smtp.example ESMTP\r\n"));
    expect(await reasonOf(ask(none.origin))).toMatch(
      /^failed: The server could not be asked: its answer is no HTTP \(/,
    );
  });

  test("when early hints never end", async () => {
    const { origin } = await startRawServer((socket) => {
      const timer = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 5);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await reasonOf(ask(origin, { requestTimeoutMs: 200 }))).toContain("timed-out");
  });

  test("when it is shorter than it says", async () => {
    const { origin } = await startRawServer((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort"),
    );
    expect(await reasonOf(ask(origin))).toMatch(/^failed: The server could not be asked: /);
  });

  test("when it is longer than it says, which is then no part of it, nor of the next", async () => {
    const { origin } = await startRawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil");
    });
    const requester = makeRequester();
    const options = { key: "k", signal: new AbortController().signal };
    for (let times = 0; times < 3; times += 1)
      expect(await requester.request(taskTo(origin), options)).toMatchObject({ values: { responseBody: "ok" } });
  });

  test("when it has two lengths", async () => {
    const { origin } = await startRawServer((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 4\r\n\r\nokay"),
    );
    expect(await reasonOf(ask(origin))).toMatch(/^failed: /);
  });
});
