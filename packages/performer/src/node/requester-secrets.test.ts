import { sealedText } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { answer, leadOn, startServer } from "./customer-server.test-support.ts";
import { ask, reasonOf, sealed, secret, valuesOf } from "./requester.test-support.ts";

describe("It is true that secrets", () => {
  const encodedSealed = encodeURIComponent(sealed);
  const encodedSecret = encodeURIComponent(secret);

  test("are open in what goes out, each written as its place demands", async () => {
    const { origin, seen } = await startServer({ [`/${encodedSecret}?k=${encodedSecret}`]: answer(200) });
    const headers = [
      { name: "authorization", value: `Bearer ${sealed}` },
      { name: "content-type", value: "application/json; charset=utf-8" },
    ];
    const body = JSON.stringify({ key: sealed });
    await ask(`${origin}/${encodedSealed}?k=${encodedSealed}`, { method: "POST", headers, body });
    const form = [{ name: "content-type", value: "application/x-www-form-urlencoded" }];
    await ask(`${origin}/`, { method: "POST", headers: form, body: `k=${encodedSealed}` });
    await ask(`${origin}/`, { method: "POST", headers: [{ name: "content-type", value: "text/plain" }], body: sealed });
    expect(seen.map((one) => one.body)).toEqual([JSON.stringify({ key: secret }), `k=${encodedSecret}`, secret]);
    expect(seen[0]).toMatchObject({
      path: `/${encodedSecret}?k=${encodedSecret}`,
      headers: { authorization: `Bearer ${secret}` },
    });
  });

  test("stand sealed again in an answer that repeats them", async () => {
    const { origin } = await startServer({
      "/": answer(
        200,
        { "x-echo": encodedSecret },
        JSON.stringify({ key: secret, list: [{ key: `Bearer ${secret}` }] }),
      ),
    });
    const fields = [{ name: "list", path: "list" }];
    const values = await valuesOf(ask(`${origin}/`, { headers: [{ name: "x-key", value: sealed }], fields }));
    expect(JSON.stringify(values)).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(JSON.stringify(values)).not.toContain(encodedSecret);
    expect(values.fields).toEqual({ list: [{ key: `Bearer ${sealed}` }] });
    expect(values.responseHeaders).toMatchObject({ "x-echo": sealed });
  });

  test("are in no sentence", async () => {
    const port = 9;
    const { origin } = await startServer({
      "/": (response, request) =>
        leadOn(`http://user:${encodedSecret}@example.com/${encodedSecret}`)(response, request),
      "/path": leadOn(`ftp://example.com/${encodedSecret}`),
    });
    const headers = [{ name: "x-key", value: sealed }];
    const sentences = [
      await reasonOf(ask(`http://127.0.0.1:${port}/${encodedSealed}?k=${encodedSealed}`, { headers })),
      await reasonOf(ask(`http://127.0.0.1/${encodedSealed}`, { headers }, { keepsAway: true })),
      await reasonOf(ask(sealed, { headers })),
      await reasonOf(ask(`${origin}/`, { headers })),
      await reasonOf(ask(`${origin}/path`, { headers })),
      await reasonOf(
        ask(`${origin}/`, {
          headers: [
            { name: "x-key", value: `${sealed}\n` },
            { name: sealed, value: "1" },
          ],
        }),
      ),
    ];
    expect(sentences).toHaveLength(6);
    for (const sentence of sentences) {
      for (const form of [secret, encodedSecret, sealed, encodedSealed, "c2VhbGVk"])
        expect(sentence).not.toContain(form);
    }
  });

  test("that do not open go nowhere as headers", async () => {
    const { origin, seen } = await startServer({ "/": answer(200) });
    const headers = [{ name: "x-key", value: sealedText("b3RoZXI", 5) }];
    expect(await reasonOf(ask(`${origin}/`, { headers }))).toBe(
      'failed: The value of the header "x-key" holds the character U+E0F1, which headers cannot carry.',
    );
    expect(seen).toEqual([]);
  });
});
