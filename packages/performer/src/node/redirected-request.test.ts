import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { answer, closings, leadOn, type Reply, resolving, startServer } from "./customer-server.test-support.ts";
import { forbiddenAddress } from "./forbidden-address.ts";
import { ask, reasonOf, sealed, secret, taskTo, valuesOf } from "./requester.test-support.ts";
import { createRequester } from "./requester.ts";

describe("It is true that where a URL leads is looked at", () => {
  test.each([
    ["example.com", 'The URL "example.com" is no URL.'],
    ["ftp://example.com/", 'The URL "ftp://example.com/" is neither http nor https.'],
    ["file:///etc/passwd", 'The URL "file:///…" is neither http nor https.'],
    ["http://ada:pass@example.com/", 'The URL "http://***@example.com/" holds a user name or a password.'],
    [
      "http://localhost/?key=plain",
      'The URL "http://localhost/…" leads where no request goes: localhost is this machine itself.',
    ],
    ["http://127.0.0.1/", 'The URL "http://127.0.0.1/" leads where no request goes: 127.0.0.1 is this machine itself.'],
    [
      "http://2130706433/",
      'The URL "http://2130706433/" leads where no request goes: 127.0.0.1 is this machine itself.',
    ],
    ["http://0177.1/", 'The URL "http://0177.1/" leads where no request goes: 127.0.0.1 is this machine itself.'],
    ["http://0x7f.1/", 'The URL "http://0x7f.1/" leads where no request goes: 127.0.0.1 is this machine itself.'],
    ["http://[::1]/", 'The URL "http://[::1]/" leads where no request goes: ::1 is this machine itself.'],
    [
      "http://[::ffff:127.0.0.1]/",
      'The URL "http://[::ffff:127.0.0.1]/" leads where no request goes: ::ffff:7f00:1 is an IPv4 address written as IPv6.',
    ],
    [
      "http://[::ffff:7f00:1]/",
      'The URL "http://[::ffff:7f00:1]/" leads where no request goes: ::ffff:7f00:1 is an IPv4 address written as IPv6.',
    ],
    ["http://10.1.2.3/", 'The URL "http://10.1.2.3/" leads where no request goes: 10.1.2.3 is a private address.'],
    [
      "http://169.254.169.254/latest",
      'The URL "http://169.254.169.254/…" leads where no request goes: 169.254.169.254 is a link-local address.',
    ],
    ["http://[fd00::1]/", 'The URL "http://[fd00::1]/" leads where no request goes: fd00::1 is a private address.'],
  ])("%s", async (url, sentence) => {
    expect(await reasonOf(ask(url, { retries: 3 }, { keepsAway: true }))).toBe(`failed: ${sentence}`);
  });

  test("when its name resolves", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    const { resolve, asked } = resolving(["127.0.0.1"]);
    expect(await reasonOf(ask(`http://inner.example:${port}/?k=1`, { retries: 3 }, { keepsAway: true, resolve }))).toBe(
      `failed: The URL "http://inner.example:${port}/…" leads where no request goes: 127.0.0.1 is this machine itself.`,
    );
    expect([asked.length, seen.length]).toEqual([1, 0]);
  });

  test("when its name resolves to another address a moment later", async () => {
    const { port, seen } = await startServer({ "/": answer(200) });
    // The first is an address of the public kind that nobody has been given.
    const { resolve, asked } = resolving(["2d00::1"], ["127.0.0.1"]);
    const reason = await reasonOf(
      ask(`http://two.example:${port}/`, { retries: 1, connectTimeoutMs: 500 }, { keepsAway: true, resolve }),
    );
    expect(reason).toContain("leads where no request goes: 127.0.0.1 is this machine itself");
    expect([asked.length, seen.length]).toEqual([2, 0]);
  });

  test("at every redirect", async () => {
    const inner = await startServer({ "/": answer(200) });
    const outer = await startServer({
      "/scheme": leadOn("ftp://example.com/"),
      "/user": leadOn(`http://a:b@127.0.0.1:${inner.port}/`),
      "/none": leadOn("http://"),
      "/address": leadOn(`http://127.0.0.2:${inner.port}/?token=t`),
      "/number": leadOn(`http://2130706434:${inner.port}/`),
      "/name": leadOn(`http://inner.example:${inner.port}/`),
    });
    // All but the first server's own address is off limits.
    const forbid = (address: string) => (address === "127.0.0.1" ? undefined : forbiddenAddress(address));
    const { resolve } = resolving(["127.0.0.3"]);
    const requester = createRequester({ forbid, resolve, open: () => undefined });
    closings.push(() => requester.close());
    const reasonAt = (path: string) =>
      reasonOf(requester.request(taskTo(`${outer.origin}${path}`), { key: "k", signal: new AbortController().signal }));
    expect(await reasonAt("/scheme")).toContain("is neither http nor https");
    expect(await reasonAt("/user")).toContain("holds a user name or a password");
    expect(await reasonAt("/none")).toContain("is no URL");
    expect(await reasonAt("/address")).toBe(
      `failed: The URL "http://127.0.0.2:${inner.port}/…" leads where no request goes: 127.0.0.2 is this machine itself.`,
    );
    expect(await reasonAt("/number")).toContain("127.0.0.2 is this machine itself");
    expect(await reasonAt("/name")).toContain("127.0.0.3 is this machine itself");
    expect(inner.seen).toEqual([]);
  });
});

describe("It is true that a redirect", () => {
  test.each([
    [301, "GET", "GET"],
    [302, "GET", "GET"],
    [303, "GET", "GET"],
    [307, "GET", "GET"],
    [308, "GET", "GET"],
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "POST", "GET"],
    [307, "POST", "POST"],
    [308, "POST", "POST"],
    [301, "PUT", "PUT"],
    [302, "PATCH", "PATCH"],
    [303, "PUT", "GET"],
    [303, "DELETE", "GET"],
    [308, "PATCH", "PATCH"],
  ] as const)("by %d makes of %s a %s", async (status, method, then) => {
    const { origin, seen } = await startServer({
      "/": leadOn("/there?x=1", status),
      "/there?x=1": answer(200, {}, "there"),
    });
    const headers = [
      { name: "content-type", value: "text/plain" },
      { name: "x-mine", value: "1" },
    ];
    const body = method === "GET" || method === "DELETE" ? undefined : "body";
    expect(await valuesOf(ask(`${origin}/`, { method, headers, body }))).toMatchObject({ responseBody: "there" });
    expect(seen[1]).toMatchObject({ method: then, path: "/there?x=1", headers: { "x-mine": "1" } });
    expect(seen[1]?.body).toBe(then === method && body !== undefined ? "body" : "");
    expect(seen[1]?.headers["content-type"]).toBe(then === method ? "text/plain" : undefined);
  });

  test("is followed five times and no more", async () => {
    const replies = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`/${index}`, leadOn(`/${index + 1}`)]));
    const { origin, seen } = await startServer({ ...replies, "/6": answer(200), "/round": leadOn("/round") });
    expect(await valuesOf(ask(`${origin}/1`))).toMatchObject({ statusCode: 200 });
    expect(await reasonOf(ask(`${origin}/0`, { retries: 2 }))).toBe("failed: The URL leads on more than 5 times.");
    expect(await reasonOf(ask(`${origin}/round`))).toBe("failed: The URL leads on more than 5 times.");
    expect(seen).toHaveLength(18);
  });

  test("without a place to lead to is an answer", async () => {
    const { origin } = await startServer({ "/": answer(302, {}, "body") });
    expect(await valuesOf(ask(`${origin}/`))).toMatchObject({ statusCode: 302, responseBody: "body" });
  });

  test("counts into the time of the attempt", async () => {
    const slowly: Reply = (response, request) => void sleep(120).then(() => leadOn("/")(response, request));
    const { origin } = await startServer({ "/": slowly });
    expect(await reasonOf(ask(`${origin}/`, { requestTimeoutMs: 200 }))).toBe(
      "timed-out: The server gave no whole answer within 200 ms.",
    );
  });

  test("to another server takes along neither credentials nor secrets", async () => {
    const there = await startServer({ "/": answer(200) });
    const here = await startServer({ "/": leadOn("/same"), "/same": leadOn(`${there.origin}/`) });
    const headers = [
      { name: "Authorization", value: "Basic plain" },
      { name: "cookie", value: "a=1" },
      { name: "x-api-key", value: sealed },
      { name: "x-mine", value: "1" },
    ];
    await ask(`${here.origin}/`, { headers });
    for (const { headers: sent } of here.seen)
      expect(sent).toMatchObject({ authorization: "Basic plain", cookie: "a=1", "x-api-key": secret, "x-mine": "1" });
    expect(here.seen).toHaveLength(2);
    expect(there.seen[0]?.headers).toMatchObject({ "x-mine": "1" });
    for (const name of ["authorization", "cookie", "x-api-key"])
      expect(there.seen[0]?.headers).not.toHaveProperty(name);
  });

  test("to another server does not carry a body with a secret", async () => {
    const there = await startServer({ "/": answer(200) });
    const here = await startServer({ "/": leadOn(`${there.origin}/`), "/303": leadOn(`${there.origin}/`, 303) });
    const more = { method: "POST", body: `key=${sealed}` } as const;
    expect(await reasonOf(ask(`${here.origin}/`, more))).toBe(
      `failed: The URL leads on to "${there.origin}", to which the secret in the body is not sent.`,
    );
    expect(await valuesOf(ask(`${here.origin}/303`, more))).toMatchObject({ statusCode: 200 });
    expect(there.seen.map(({ method, body }) => [method, body])).toEqual([["GET", ""]]);
  });
});
