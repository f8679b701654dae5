import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { answer, closings, type Reply, startRawServer, startServer } from "./customer-server.test-support.ts";
import { ask, makeRequester, reasonOf, taskTo, valuesOf } from "./requester.test-support.ts";

/** Answers one after another, and then the last for ever. */
function inTurn(...replies: readonly Reply[]): Reply {
  let times = 0;
  return (response, request) => {
    const reply = replies[Math.min(times, replies.length - 1)];
    times += 1;
    reply?.(response, request);
  };
}

describe("It is true that a request", () => {
  test("goes out as it is said, with what servers expect of every client", async () => {
    const { origin, seen } = await startServer({ "/a?b=1": answer(200) });
    const headers = [
      { name: "X-Two", value: "1" },
      { name: "x-two", value: "2" },
      { name: "Content-Type", value: "text/plain" },
    ];
    await ask(`${origin}/a?b=1#c`, { method: "PUT", headers, body: "bödy" });
    expect(seen).toMatchObject([
      {
        method: "PUT",
        path: "/a?b=1",
        body: "bödy",
        headers: {
          "x-two": "1, 2",
          "content-type": "text/plain",
          accept: "*/*",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": "Parley",
        },
      },
    ]);
  });

  test("may say of itself what else would be said for it", async () => {
    const { origin, seen } = await startServer({ "/": answer(200) });
    const headers = [
      { name: "Accept", value: "application/json" },
      { name: "User-Agent", value: "Mine" },
      { name: "Accept-Encoding", value: "identity" },
    ];
    await ask(`${origin}/`, { headers });
    expect(seen[0]?.headers).toMatchObject({
      accept: "application/json",
      "user-agent": "Mine",
      "accept-encoding": "identity",
    });
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
    "by %s carries the key by which it is told from another",
    async (method) => {
      const { origin, seen } = await startServer({ "/": answer(200) });
      await ask(`${origin}/`, { method }, { key: "conversation-7" });
      await ask(`${origin}/`, { method, headers: [{ name: "Idempotency-Key", value: "mine" }] });
      expect(seen.map(({ headers }) => headers["idempotency-key"])).toEqual(["conversation-7", "mine"]);
    },
  );

  test("by GET carries none", async () => {
    const { origin, seen } = await startServer({ "/": answer(200) });
    await ask(`${origin}/`);
    expect(seen[0]?.headers).not.toHaveProperty("idempotency-key");
  });
});

describe("It is true that an answer", () => {
  test("is given with its status, headers, body and fields", async () => {
    const { origin } = await startServer({
      "/": answer(201, { "X-Count": "3", "Set-Cookie": ["a=1", "b=2"] }, '{"order":{"id":7}}'),
    });
    const fields = [
      { name: "id", path: "order.id" },
      { name: "none", path: "order.none" },
    ];
    const { responseHeaders, ...values } = await valuesOf(ask(`${origin}/`, { fields }));
    expect(values).toEqual({
      statusCode: 201,
      statusText: "Created",
      responseBody: '{"order":{"id":7}}',
      fields: { id: 7 },
    });
    expect(responseHeaders).toMatchObject({ "x-count": "3", "set-cookie": "a=1, b=2" });
  });

  test.each([200, 204, 304, 400, 404, 500])("of status %d is an answer", async (status) => {
    const { origin } = await startServer({ "/": answer(status) });
    expect(await valuesOf(ask(`${origin}/`))).toMatchObject({ statusCode: status, responseBody: "" });
  });

  test("of XML gives fields of XML", async () => {
    const { origin } = await startServer({ "/": answer(200, {}, "<o><id a='1'>7</id></o>") });
    const fields = [{ name: "id", path: "o.id.@a" }];
    expect(await valuesOf(ask(`${origin}/`, { fields, responseFormat: "xml" }))).toMatchObject({ fields: { id: "1" } });
  });

  test("that is no data says why it has no fields", async () => {
    const { origin } = await startServer({ "/": answer(502, {}, "<html>") });
    const fields = [{ name: "id", path: "id" }];
    const values = await valuesOf(ask(`${origin}/`, { fields }));
    expect(values).toMatchObject({ statusCode: 502, fields: {}, fieldsProblem: expect.stringContaining("no JSON") });
    expect(await valuesOf(ask(`${origin}/`, { fields, responseFormat: "text" }))).not.toHaveProperty("fieldsProblem");
    expect(await valuesOf(ask(`${origin}/`))).not.toHaveProperty("fieldsProblem");
  });

  test("has the text of its status where it says none", async () => {
    const { origin } = await startRawServer((socket) => socket.end("HTTP/1.1 503 \r\ncontent-length: 0\r\n\r\n"));
    expect(await valuesOf(ask(origin))).toMatchObject({ statusCode: 503, statusText: "Service Unavailable" });
  });

  test.each<[string, string, Buffer]>([
    ["text/plain; charset=iso-8859-1", "é", Buffer.from([0xe9])],
    ['text/plain; Charset="windows-1252"', "€", Buffer.from([0x80])],
    ["text/plain; charset=utf-16le", "é", Buffer.from("é", "utf16le")],
    ["text/plain; charset=shift_jis", "日", Buffer.from([0x93, 0xfa])],
    ["text/plain; charset=unheard-of", "é", Buffer.from("é")],
    ["text/plain", "é", Buffer.from("é")],
    ["text/plain", "a\uFFFDb", Buffer.from([0x61, 0xff, 0x62])],
    ["application/json", "é", Buffer.from("\u{FEFF}é")],
    [
      "text/xml",
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1"),
    ],
  ])("of type %s is read as %s", async (type, text, body) => {
    const { origin } = await startServer({ "/": answer(200, { "content-type": type }, body) });
    expect(await valuesOf(ask(`${origin}/`))).toMatchObject({ responseBody: text });
  });

  test("has the names of headers that objects inherit as its own", async () => {
    const { origin } = await startRawServer((socket) =>
      socket.end(
        "HTTP/1.1 200 OK\r\n__proto__: a\r\nconstructor: b\r\ntoString: c\r\n__proto__: d\r\ncontent-length: 0\r\n\r\n",
      ),
    );
    const { responseHeaders } = await valuesOf(ask(origin));
    expect(Object.entries(responseHeaders)).toEqual([
      ["__proto__", "a, d"],
      ["constructor", "b"],
      ["tostring", "c"],
      ["content-length", "0"],
    ]);
  });
});

describe("It is true that a header is refused", () => {
  test.each([
    [
      { name: "x-a", value: "1\r\nx-evil: 1" },
      'The value of the header "x-a" holds the end of a line, which headers cannot carry.',
    ],
    [
      { name: "x-a", value: "1\nx" },
      'The value of the header "x-a" holds the end of a line, which headers cannot carry.',
    ],
    [
      { name: "x-a", value: "a\u0000b" },
      'The value of the header "x-a" holds the character U+0000, which headers cannot carry.',
    ],
    [
      { name: "x-a", value: "日" },
      'The value of the header "x-a" holds the character U+65E5, which headers cannot carry.',
    ],
    [
      { name: "x a", value: "1" },
      'The header "x a" has no proper name; it must be letters, digits and marks such as -, without spaces.',
    ],
    [
      { name: "x:\r\ny", value: "1" },
      'The header "x:\\r\\ny" has no proper name; it must be letters, digits and marks such as -, without spaces.',
    ],
    [
      { name: "", value: "1" },
      'The header "" has no proper name; it must be letters, digits and marks such as -, without spaces.',
    ],
    [{ name: "Host", value: "inner" }, 'The header "Host" is one that the connection sets by itself; leave it out.'],
    [
      { name: "transfer-encoding", value: "chunked" },
      'The header "transfer-encoding" is one that the connection sets by itself; leave it out.',
    ],
    [
      { name: "content-length", value: "0" },
      'The header "content-length" is one that the connection sets by itself; leave it out.',
    ],
    [{ name: "x-a", value: "x".repeat(9_000) }, 'The header "x-a" is longer than 8,192 characters.'],
  ])("%.60j", async (header, sentence) => {
    const { origin, seen } = await startServer({});
    expect(await reasonOf(ask(`${origin}/`, { headers: [header] }))).toBe(`failed: ${sentence}`);
    expect(seen).toEqual([]);
  });
});

describe("It is true that a request is repeated", () => {
  test.each([
    [429, ["429", "5xx"], 3],
    [503, ["429", "5xx"], 3],
    [500, ["5xx"], 3],
    [429, ["5xx"], 1],
    [503, ["429"], 1],
    [404, ["429", "5xx"], 1],
  ] as const)("at %d where the task repeats %j: %d times in all", async (status, retryOn, times) => {
    const { origin, seen } = await startServer({ "/": answer(status, {}, "no") });
    expect(await valuesOf(ask(`${origin}/`, { retries: 2, retryOn }))).toMatchObject({
      statusCode: status,
      responseBody: "no",
    });
    expect(seen).toHaveLength(times);
  });

  test("until it is answered otherwise, each time with the same key", async () => {
    const { origin, seen } = await startServer({
      "/": inTurn(answer(503), answer(429), (response) => response.destroy(), answer(200, {}, "yes")),
    });
    const asked = ask(`${origin}/`, { method: "POST", retries: 5 });
    expect(await valuesOf(asked)).toMatchObject({ statusCode: 200, responseBody: "yes" });
    expect(seen.map(({ headers }) => headers["idempotency-key"])).toEqual(["key-1", "key-1", "key-1", "key-1"]);
  });

  test("where there was no answer, whatever statuses are", async () => {
    const { origin, seen } = await startServer({ "/": (response) => response.destroy() });
    expect(await reasonOf(ask(`${origin}/`, { retries: 2, retryOn: [] }))).toBe(
      "failed: The server could not be asked: the connection broke (UND_ERR_SOCKET), the last of 3 times.",
    );
    expect(seen).toHaveLength(3);
  });

  test("where there was none in time", async () => {
    const { origin, seen } = await startServer({ "/": () => undefined });
    expect(await reasonOf(ask(`${origin}/`, { retries: 1, requestTimeoutMs: 100 }))).toBe(
      "timed-out: The server gave no whole answer within 100 ms, the last of 2 times.",
    );
    expect(seen).toHaveLength(2);
  });

  test("after pauses that double", async () => {
    const times: number[] = [];
    const { origin } = await startServer({
      "/": (response, request) => {
        times.push(performance.now());
        answer(503)(response, request);
      },
    });
    await ask(`${origin}/`, { retries: 3, retryAfterMs: 40 });
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses).toHaveLength(3);
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(40 * 2 ** index - 2);
  });

  test("and not when it is broken off in a pause", async () => {
    const { origin, seen } = await startServer({ "/": answer(503) });
    const controller = new AbortController();
    const asked = ask(`${origin}/`, { retries: 3, retryAfterMs: 60_000 }, { signal: controller.signal });
    while (seen.length === 0) await sleep(5);
    await sleep(20);
    controller.abort();
    expect(await reasonOf(asked)).toBe("timed-out: The request was broken off.");
  });
});

describe("It is true that a server that cannot be asked is told in words", () => {
  test("where nobody listens", async () => {
    const { origin } = await startServer({});
    await closings.pop()?.();
    expect(await reasonOf(ask(origin))).toBe(
      "failed: The server could not be asked: nobody listens there (ECONNREFUSED).",
    );
  });

  test("where its name has no address", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    expect(await reasonOf(ask("http://none.example/", {}, { resolve }))).toBe(
      "failed: The server could not be asked: its name has no address (ENOTFOUND).",
    );
  });

  test("where no connection is made in time", async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await reasonOf(ask("http://slow.example/", { connectTimeoutMs: 100 }, { resolve }))).toBe(
      "timed-out: No connection to the server was made within 100 ms.",
    );
  });

  test("where it speaks no TLS", async () => {
    const { port } = await startRawServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await reasonOf(ask(`https://127.0.0.1:${port}/`))).toMatch(/^failed: The server could not be asked: .+\.$/);
  });

  test("where it is broken off", async () => {
    const { origin } = await startServer({ "/": () => undefined });
    const controller = new AbortController();
    const asked = ask(`${origin}/`, { retries: 3 }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(await reasonOf(asked)).toBe("timed-out: The request was broken off.");
  });

  test("where the performer is closed", async () => {
    const requester = makeRequester();
    await requester.close();
    expect(
      await reasonOf(
        requester.request(taskTo("http://a.example/"), { key: "k", signal: new AbortController().signal }),
      ),
    ).toBe("failed: No server is asked any more: the performer is closed.");
  });
});
