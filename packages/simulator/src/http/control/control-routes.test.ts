import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";
import { signatureOf } from "../webhooks/signature.ts";

const { phoneNumberId, ...settings } = registration;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation();
});

beforeEach(async () => {
  simulation.receiver.answerWith(() => ({ status: 200 }));
  await simulation.control("POST", "/reset");
  simulation.receiver.received.length = 0;
});

afterAll(() => simulation[Symbol.asyncDispose]());

const chatPath = `/phones/31612345678/chat?phoneNumberId=${phoneNumberId}`;

/** Calls the control API with headers that fetch would not let a caller set. */
function stateWith(headers: Record<string, string>): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${simulation.simulator.url}/control/state`, { headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
    });
    outgoing.on("error", reject).end();
  });
}

describe("the guard", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1"])(
    "refuses the host %s",
    async (host) => {
      expect(await stateWith({ host })).toMatchObject({ status: 403, body: expect.stringContaining("Host header") });
    },
  );

  test.each(["localhost:1", "127.0.0.1", "[::1]:80"])("lets the host %s in", async (host) => {
    expect(await stateWith({ host })).toMatchObject({ status: 200 });
  });

  test.each(["http://evil.example", "null", "http://127.0.0.1:1"])("refuses pages of %s", async (origin) => {
    expect(await stateWith({ origin })).toMatchObject({ status: 403, body: expect.stringContaining("other origins") });
  });

  test("lets pages of its own origin in", async () => {
    expect(await stateWith({ origin: simulation.simulator.url })).toMatchObject({ status: 200 });
  });
});

describe("answers", () => {
  test("say what was wrong and where", async () => {
    const wrong = [
      ["PUT", "/faults", { apiDwon: {} }, "apiDwon"],
      ["PUT", "/faults", { apiStatus: { status: 200 } }, "apiStatus.status"],
      ["POST", "/clock", { advanceMs: -1 }, "advanceMs"],
      ["PATCH", "/phones/31612345678", { isOffline: "yes" }, "isOffline"],
      ["PATCH", "/phones/nobody", {}, "phone: must look like"],
      ["PUT", `/numbers/${phoneNumberId}`, { ...registration, webhookUrl: "http://me:pass@127.0.0.1/" }, "user name"],
      ["PUT", "/numbers/abc", { ...registration, webhookUrl: "not a URL" }, "must be an http or https URL"],
    ] as const;
    for (const [method, path, body, message] of wrong) {
      expect(await simulation.control(method, path, body)).toEqual({
        status: 400,
        body: { error: { message: expect.stringContaining(message) } },
      });
    }
  });

  test("say that a body is no JSON, a path is unknown or a number is not registered", async () => {
    const { url } = simulation.simulator;
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/control/clock`, { method: "POST", headers, body: "{" });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { message: expect.any(String) } });
    expect(await simulation.control("GET", "/nowhere")).toMatchObject({ status: 404, body: { error: {} } });
    expect(await simulation.control("POST", "/numbers/4711/verify")).toMatchObject({ status: 404 });
    expect(await simulation.control("POST", "/webhooks/4711", { body: {} })).toMatchObject({ status: 404 });
    expect(await simulation.control("GET", "/phones/31612345678/chat?phoneNumberId=4711")).toMatchObject({
      status: 404,
    });
    const writing = { phoneNumberId: "4711", content: { type: "text", text: "Hi" } };
    expect(await simulation.control("POST", "/phones/31612345678/messages", writing)).toMatchObject({ status: 404 });
  });

  test("never show a secret", async () => {
    const { displayPhoneNumber, businessAccountId } = settings;
    const webhookUrl = simulation.receiver.url;
    const put = await simulation.control("PUT", `/numbers/${phoneNumberId}`, { ...settings, webhookUrl });
    const shown = { phoneNumberId, displayPhoneNumber, businessAccountId, webhookUrl };
    const body = { ...shown, verifiedName: "Simulated business", hasIdentityCheck: false };
    expect(put).toEqual({ status: 200, body });
    const state = await simulation.control("GET", "/state");
    expect(state.body).toMatchObject({ numbers: [put.body] });
    for (const secret of [registration.accessToken, registration.appSecret, registration.verifyToken]) {
      expect(JSON.stringify([put, state])).not.toContain(secret);
    }
  });
});

describe("numbers", () => {
  test("are verified by a request that the receiver answers with the challenge", async () => {
    const { receiver } = simulation;
    receiver.answerWith(({ url }) => ({ status: 200, body: url.searchParams.get("hub.challenge") ?? "" }));
    const verify = () => simulation.control("POST", `/numbers/${phoneNumberId}/verify`);
    expect(await verify()).toEqual({ status: 200, body: { isVerified: true, status: 200 } });
    const [request] = receiver.received;
    expect(request?.method).toBe("GET");
    expect(request?.url.searchParams.get("hub.mode")).toBe("subscribe");
    expect(request?.url.searchParams.get("hub.verify_token")).toBe(registration.verifyToken);
    receiver.answerWith(() => ({ status: 200, body: "something else" }));
    expect((await verify()).body).toEqual({ isVerified: false, status: 200 });
    receiver.answerWith(() => ({ status: 403 }));
    expect((await verify()).body).toEqual({ isVerified: false, status: 403 });
    receiver.answerWith(() => "cut");
    expect((await verify()).body).toEqual({ isVerified: false, status: null });
  });
});

describe("a person's message", () => {
  test.each([
    [{ type: "text", text: "Hello" }, { type: "text", text: { body: "Hello" } }, "Hello"],
    [
      { type: "button-reply", id: "yes", title: "Yes", contextId: "wamid.1" },
      {
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "yes", title: "Yes" } },
        context: { from: "15550783881", id: "wamid.1" },
      },
      "Yes",
    ],
    [
      { type: "list-reply", id: "r1", title: "Row", description: "The first" },
      {
        type: "interactive",
        interactive: { type: "list_reply", list_reply: { id: "r1", title: "Row", description: "The first" } },
      },
      "Row",
    ],
    [
      { type: "postback", payload: "STOP", text: "Unsubscribe", contextId: "wamid.1" },
      {
        type: "button",
        button: { payload: "STOP", text: "Unsubscribe" },
        context: { from: "15550783881", id: "wamid.1" },
      },
      "Unsubscribe",
    ],
    [
      { type: "media", kind: "document", mediaId: "77", fileName: "a.pdf", url: "http://127.0.0.1/a.pdf" },
      {
        type: "document",
        document: {
          id: "77",
          filename: "a.pdf",
          mime_type: "application/pdf",
          url: "http://127.0.0.1/a.pdf",
        },
      },
      "a.pdf",
    ],
    [
      { type: "media", kind: "image" },
      {
        type: "image",
        image: {
          id: expect.stringMatching(/^\d{15}$/),
          mime_type: "image/jpeg",
          sha256: expect.stringMatching(/^.{43}=$/),
          url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/whatsapp_business\/attachments\/\?mid=\d{15}&/),
        },
      },
      "[image]",
    ],
    [
      { type: "location", latitude: 37.44, longitude: -122.16, name: "Philz" },
      { type: "location", location: { latitude: 37.44, longitude: -122.16, name: "Philz" } },
      "Philz",
    ],
    [
      { type: "contacts", contacts: [{ name: { formatted_name: "Ann Lee" } }, { phones: [] }] },
      { type: "contacts", contacts: [{ name: { formatted_name: "Ann Lee" } }, { phones: [] }] },
      "Ann Lee, [contact]",
    ],
    [
      { type: "reaction", messageId: "wamid.1", emoji: "👍" },
      { type: "reaction", reaction: { message_id: "wamid.1", emoji: "👍" } },
      "👍",
    ],
    [
      { type: "reaction", messageId: "wamid.1", emoji: "" },
      { type: "reaction", reaction: { message_id: "wamid.1" } },
      "[reaction taken away]",
    ],
    [
      { type: "raw", message: { type: "order", order: { catalog_id: "1" } } },
      { type: "order", order: { catalog_id: "1" } },
      "[order]",
    ],
    [{ type: "raw", message: { type: "text", text: { body: "raw" } } }, { type: "text", text: { body: "raw" } }, "raw"],
  ])("of %o goes out in Meta's form and stands in the chat", async (content, message, text) => {
    const id = await simulation.write(content);
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const sent = { id, from: "31612345678", timestamp: expect.stringMatching(/^\d{10}$/), ...message };
    const [webhook] = simulation.webhooks() as [{ entry: [{ changes: [{ value: { messages: unknown } }] }] }];
    expect(webhook.entry[0].changes[0].value.messages).toEqual([sent]);
    await vi.waitFor(async () => {
      const chat = await simulation.control("GET", chatPath);
      const entry = { sequence: expect.any(Number), id, direction: "in", at: expect.any(Number), text, message };
      expect(chat.body).toEqual({ isTyping: false, entries: [{ ...entry, status: "delivered" }] });
    });
  });

  test("may be of another time and answer any message", async () => {
    const content = { type: "text", text: "Hello" };
    const body = { phoneNumberId, content, sentAt: 1_750_030_073_999, contextId: "wamid.1" };
    await simulation.control("POST", "/phones/31612345678/messages", body);
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const message = { timestamp: "1750030073", context: { from: "15550783881", id: "wamid.1" } };
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value: { messages: [message] } }] }] }]);
  });

  test("is pending until its webhook is answered with 200, and polling shows the change", async () => {
    const { receiver } = simulation;
    receiver.answerWith(() => ({ status: 500 }));
    await simulation.write({ type: "text", text: "Hello" });
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(0));
    const { body } = await simulation.control("GET", chatPath);
    expect(body).toMatchObject({ entries: [{ status: "pending" }] });
    const [{ sequence }] = (body as { entries: [{ sequence: number }] }).entries;
    const later = () => simulation.control("GET", `${chatPath}&after=${sequence}`);
    expect((await later()).body).toMatchObject({ entries: [] });
    receiver.answerWith(() => ({ status: 200 }));
    await vi.waitFor(async () => expect((await later()).body).toMatchObject({ entries: [{ status: "delivered" }] }));
  });

  test("may come from a person known by business-scoped id alone", async () => {
    const content = { type: "text", text: "Hello" };
    await simulation.control("POST", "/phones/NL.1349/messages", { phoneNumberId, content });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const value = { contacts: [{ user_id: "NL.1349" }], messages: [{ from_user_id: "NL.1349" }] };
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value }] }] }]);
    expect(simulation.receiver.received[0]?.body.toString()).not.toContain("wa_id");
  });
});

describe("phones", () => {
  test("are changed field by field and shown in the state", async () => {
    const change = { name: "Alex", bsuid: "NL.1", hidesNumber: true, deliverAfterMs: 1, failsWith: 131026 };
    const { status, body } = await simulation.control("PATCH", "/phones/31612345678", change);
    expect({ status, body }).toMatchObject({ status: 200, body: { waId: "31612345678", ...change } });
    await simulation.control("PATCH", "/phones/NL.1", { failsWith: null });
    const state = await simulation.control("GET", "/state");
    expect(state.body).toMatchObject({ phones: [{ ...change, failsWith: null }] });
  });

  test("say why a change cannot be made", async () => {
    expect(await simulation.control("PATCH", "/phones/31612345678", { hidesNumber: true })).toEqual({
      status: 409,
      body: { error: { message: "a phone that hides its number needs a bsuid to be known by" } },
    });
  });
});

describe("the world", () => {
  test("has a clock that moves at once", async () => {
    const before = (await simulation.control("GET", "/state")).body as { now: number };
    const { body } = await simulation.control("POST", "/clock", { advanceMs: 3_600_000 });
    expect((body as { now: number }).now - before.now).toBeGreaterThanOrEqual(3_600_000);
    expect((body as { now: number }).now - before.now).toBeLessThan(3_610_000);
  });

  test("gives its accepted messages page by page and number by number", async () => {
    await simulation.write({ type: "text", text: "Hello" });
    for (const text of ["1", "2", "3"]) await simulation.sendText(text, { biz_opaque_callback_data: `send-${text}` });
    const first = await simulation.control("GET", `/sends?phoneNumberId=${phoneNumberId}&limit=2`);
    const send = { phoneNumberId, to: "31612345678", at: expect.any(Number), id: expect.stringMatching(/^wamid\./) };
    expect(first.body).toEqual({
      sends: ["1", "2"].map((text) => ({
        ...send,
        text,
        clientReference: `send-${text}`,
        sequence: expect.any(Number),
      })),
    });
    const { sequence } = (first.body as { sends: { sequence: number }[] }).sends[1] ?? { sequence: 0 };
    const second = await simulation.control("GET", `/sends?after=${sequence}`);
    expect(second.body).toMatchObject({ sends: [{ text: "3" }] });
    expect((await simulation.control("GET", "/sends?phoneNumberId=4711")).body).toEqual({ sends: [] });
  });

  test("begins anew on reset", async () => {
    simulation.receiver.answerWith(() => ({ status: 500 }));
    await simulation.write({ type: "text", text: "Hello" });
    await simulation.control("PUT", "/faults", { apiDown: {} });
    await simulation.control("POST", "/clock", { advanceMs: 3_600_000 });
    expect(await simulation.control("POST", "/reset")).toEqual({ status: 200, body: {} });
    const { body } = await simulation.control("GET", "/state");
    expect(body).toMatchObject({ phones: [], faults: {}, counters: { written: 0, faults: {} } });
    expect(body).toMatchObject({ numbers: [{ phoneNumberId }] });
    expect(Math.abs((body as { now: number }).now - Date.now())).toBeLessThan(10_000);
    expect((await simulation.control("GET", "/webhooks")).body).toMatchObject({ waiting: 0, posted: 0 });
  });
});

describe("any webhook", () => {
  test("may be posted any number of times, signed, unsigned or wrongly signed", async () => {
    const { receiver } = simulation;
    receiver.answerWith(({ signature }) => ({ status: signature === undefined ? 401 : 200 }));
    const post = (body: unknown) => simulation.control("POST", `/webhooks/${phoneNumberId}`, body);
    expect(await post({ body: { a: "é" }, times: 2 })).toEqual({
      status: 200,
      body: { answers: [{ status: 200 }, { status: 200 }] },
    });
    expect((await post({ body: "{ no json", isSigned: false })).body).toEqual({ answers: [{ status: 401 }] });
    await post({ body: "é", isValidSignature: false });
    expect(receiver.received.map(({ body }) => body.toString())).toEqual([
      '{"a":"\\u00e9"}',
      '{"a":"\\u00e9"}',
      "{ no json",
      "é",
    ]);
    const isValid = receiver.received.map(
      ({ body, signature }) => signature === signatureOf(body, registration.appSecret),
    );
    expect(isValid).toEqual([true, true, false, false]);
    expect(receiver.received[3]?.signature).toMatch(/^sha256=[0-9a-f]{64}$/);
    receiver.answerWith(() => "cut");
    expect((await post({ body: {} })).body).toEqual({ answers: [{ status: null }] });
  });
});
