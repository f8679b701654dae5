import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { phoneNumberId } = registration;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation({ messagesPerSecond: 1_000 });
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
  await simulation.write({ type: "text", text: "Hello" });
});

afterAll(() => simulation[Symbol.asyncDispose]());

/** Meta's error body. */
function errorBody(code: number, message: unknown, details?: unknown) {
  const data = details === undefined ? {} : { error_data: { messaging_product: "whatsapp", details } };
  const fbtrace_id = expect.stringMatching(/^A[a-z0-9]{22}$/);
  return { error: { message, type: "OAuthException", code, ...data, fbtrace_id } };
}

const text = { messaging_product: "whatsapp", to: "31612345678", type: "text", text: { body: "Hi" } };

function without<Name extends keyof typeof text>(name: Name): Omit<typeof text, Name> {
  const rest: Partial<typeof text> = { ...text };
  delete rest[name];
  return rest as Omit<typeof text, Name>;
}

const someId = expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/);

describe("the path", () => {
  test.each(["", "/v14.0", "/v23.0", "/v99.1"])("may begin with %j", async (version) => {
    const { status } = await simulation.post(text, { path: `${version}/${phoneNumberId}/messages` });
    expect(status).toBe(200);
  });

  test.each(["v23", "23.0", "vx.y", "latest"])("gives error 100 for the version %j", async (version) => {
    const answer = await simulation.post(text, { path: `/${version}/${phoneNumberId}/messages` });
    expect(answer).toEqual({
      status: 400,
      body: errorBody(100, "Invalid version format. Use format like 'v23.0'"),
    });
  });

  test("gives error 100 with subcode 33 for an unknown number", async () => {
    const { status, body } = await simulation.post(text, { path: "/v23.0/4711/messages" });
    const error = { type: "GraphMethodException", code: 100, error_subcode: 33 };
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { ...error, message: expect.stringContaining("'4711' does not exist") } });
  });

  test("gives Meta's error for anything unknown", async () => {
    const { status, body } = await simulation.post(text, { path: "/v23.0/4711/insights?a=b" });
    expect({ status, body }).toEqual({
      status: 400,
      body: errorBody(2500, "Unknown path components: /v23.0/4711/insights"),
    });
  });
});

test("a wrong token is answered with 190 and not repeated", async () => {
  for (const token of ["wrong", "", `${registration.accessToken}x`]) {
    const { status, body } = await simulation.post(text, { token });
    expect({ status, body }).toEqual({ status: 401, body: errorBody(190, expect.stringContaining("access token")) });
    expect(JSON.stringify(body)).not.toContain("wrong");
  }
});

describe("the recipient", () => {
  test.each(["31612345678", "+31612345678", "+31 6 12-345-678", "(31) 612.345.678"])(
    "may be written %j",
    async (to) => {
      const answer = await simulation.post({ ...text, to });
      expect(answer).toEqual({
        status: 200,
        body: {
          messaging_product: "whatsapp",
          contacts: [{ input: to, wa_id: "31612345678" }],
          messages: [{ id: someId }],
        },
      });
    },
  );

  test("may be a business-scoped user id, which is all that comes back of a person who hides the number", async () => {
    const recipient = "NL.13491208655302741918";
    await simulation.control("PATCH", "/phones/31612345678", { bsuid: recipient, hidesNumber: true });
    const { body } = await simulation.post({ ...without("to"), recipient });
    expect(body).toMatchObject({ contacts: [{ input: recipient, user_id: recipient }] });
    expect(JSON.stringify(body)).not.toContain("wa_id");
  });

  test.each(["abc", "", "+", "123", "1234567890123456"])("is refused with 131009 as %j", async (to) => {
    const { status, body } = await simulation.post({ ...text, to });
    expect({ status, body }).toEqual({
      status: 400,
      body: errorBody(131009, "(#131009) Parameter value is not valid", expect.stringContaining(JSON.stringify(to))),
    });
  });

  test("is refused with 131009 as a user id of the wrong form", async () => {
    const { body } = await simulation.post({ ...without("to"), recipient: "31612345678" });
    expect(body).toMatchObject({ error: { code: 131009 } });
  });
});

describe("the envelope", () => {
  test.each([
    ["messaging_product", without("messaging_product"), "messaging_product"],
    ["to and recipient", without("to"), "to"],
    ["text", without("text"), "text"],
    ["text.body", { ...text, text: { preview_url: true } }, "text['body']"],
    ["context.message_id", { ...text, context: {} }, "context['message_id']"],
    ["everything", [], "messaging_product"],
  ])("without %s is refused as the parameter is required", async (_name, body, parameter) => {
    expect(await simulation.post(body)).toEqual({
      status: 400,
      body: errorBody(100, `(#100) The parameter ${parameter} is required.`),
    });
  });

  test.each([
    ["another product", { messaging_product: "sms" }, "messaging_product must be whatsapp."],
    ["an empty body", { text: { body: "" } }, "text['body'] must be at least 1 character long."],
    ["a long body", { text: { body: "x".repeat(4_097) } }, "text['body'] must be at most 4096 characters long."],
    ["a number for a body", { text: { body: 7 } }, "text['body'] must be a string."],
    [
      "a preview that is no boolean",
      { text: { body: "Hi", preview_url: "yes" } },
      "text['preview_url'] must be a boolean.",
    ],
    ["a group", { recipient_type: "group" }, "recipient_type must be individual: the simulator knows no groups."],
    [
      "a long reference",
      { biz_opaque_callback_data: "x".repeat(513) },
      "biz_opaque_callback_data must be at most 512 characters long.",
    ],
    [
      "an unknown type",
      { type: "hologram" },
      expect.stringMatching(/^Param type must be one of \{AUDIO, .*, VIDEO\} - got "hologram"\.$/),
    ],
  ])("with %s is refused with 100 and says why", async (_name, change, details) => {
    expect(await simulation.post({ ...text, ...change })).toEqual({
      status: 400,
      body: errorBody(100, "(#100) Invalid parameter", typeof details === "string" ? `Param ${details}` : details),
    });
  });

  test("may carry the longest text and reference, a preview and a message to quote", async () => {
    const body = "x".repeat(4_096);
    const message = { type: "text", text: { body, preview_url: true }, context: { message_id: "wamid.unknown" } };
    const { status } = await simulation.post({ ...text, ...message, biz_opaque_callback_data: "x".repeat(512) });
    expect(status).toBe(200);
    const chat = await simulation.control("GET", `/phones/31612345678/chat?phoneNumberId=${phoneNumberId}`);
    expect(chat.body).toMatchObject({ entries: [{}, { direction: "out", text: body, message }] });
  });

  test("may leave out the type of a text", async () => {
    expect(await simulation.post(without("type"))).toMatchObject({ status: 200 });
  });

  test("may hold nested parameters as strings of JSON, while an opaque text that looks like JSON stays text", async () => {
    const reference = '{"send":1}';
    const stringified = { text: JSON.stringify(text.text), context: JSON.stringify({ message_id: "wamid.1" }) };
    const answer = await simulation.post({ ...text, ...stringified, biz_opaque_callback_data: reference });
    expect(answer).toMatchObject({ status: 200 });
    expect((await simulation.control("GET", "/sends")).body).toMatchObject({
      sends: [{ text: "Hi", clientReference: reference }],
    });
  });

  test.each(["flow", "product", "catalog_message"])(
    "of the interactive type %s is refused with 131051",
    async (type) => {
      expect(await simulation.post({ ...text, type: "interactive", interactive: { type } })).toEqual({
        status: 400,
        body: errorBody(131051, "(#131051) Unsupported message type", expect.stringContaining(type)),
      });
    },
  );
});

describe("a body", () => {
  test.each(["{", "", "no json"])("that is no JSON (%j) is refused in Meta's shape", async (body) => {
    const { status, body: error } = await simulation.post(body);
    expect(status).toBe(400);
    expect(error).toEqual(errorBody(100, "(#100) Invalid parameter", expect.stringContaining("cannot be read")));
  });

  test("that is too large is refused in Meta's shape", async () => {
    const { status, body } = await simulation.post({ ...text, padding: "x".repeat(1_048_576) });
    expect({ status, body }).toMatchObject({ status: 413, body: { error: { code: 100, type: "OAuthException" } } });
  });
});

describe("the rules", () => {
  test("refuse a message outside the session window with 131047, until the person writes", async () => {
    await simulation.control("POST", "/clock", { advanceMs: 24 * 60 * 60 * 1000 });
    expect(await simulation.post(text)).toEqual({
      status: 429,
      body: errorBody(131047, "(#131047) Re-engagement message", expect.stringContaining("24 hours")),
    });
    await simulation.write({ type: "text", text: "Hello again" });
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
  });

  test("accept it and fail it afterwards when the simulator is told to", async () => {
    await simulation.control("POST", "/clock", { advanceMs: 24 * 60 * 60 * 1000 });
    await simulation.control("PUT", "/faults", { windowClosedAsStatus: {} });
    simulation.receiver.received.length = 0;
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const statuses = [{ status: "failed", errors: [{ code: 131047, title: "Re-engagement message" }] }];
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value: { statuses } }] }] }]);
  });

  test("refuse the 46th message to one person with 131056, until six seconds later", async () => {
    const answers = await Promise.all(Array.from({ length: 46 }, () => simulation.post(text)));
    const refused = answers.filter(({ status }) => status !== 200);
    const message = "(#131056) (Business Account, Consumer Account) pair rate limit hit";
    expect(refused).toEqual([{ status: 429, body: errorBody(131056, message, expect.any(String)) }]);
    await simulation.control("POST", "/clock", { advanceMs: 6_000 });
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
  });

  test("refuse more than the throughput with 130429", async () => {
    await using slow = await startSimulation({ messagesPerSecond: 1 });
    await slow.write({ type: "text", text: "Hello" });
    expect(await slow.sendText("1")).toMatchObject({ status: 200 });
    expect(await slow.sendText("2")).toEqual({
      status: 429,
      body: errorBody(130429, "(#130429) Rate limit hit", expect.any(String)),
    });
  });

  test("refuse a number that is not on WhatsApp with 131026", async () => {
    await simulation.control("PATCH", "/phones/31612345678", { isOnWhatsApp: false });
    expect(await simulation.post(text)).toEqual({
      status: 400,
      body: errorBody(131026, "(#131026) Message undeliverable", expect.any(String)),
    });
  });
});

describe("a read mark", () => {
  const mark = (messageId: unknown, more?: object) =>
    simulation.post({ messaging_product: "whatsapp", status: "read", message_id: messageId, ...more });
  const chat = () => simulation.control("GET", `/phones/31612345678/chat?phoneNumberId=${phoneNumberId}`);

  test("marks the person's message as read, with a typing indicator if it comes along", async () => {
    const id = await simulation.write({ type: "text", text: "Are you there?" });
    expect(await mark(id)).toEqual({ status: 200, body: { success: true } });
    expect((await chat()).body).toMatchObject({ isTyping: false, entries: [{ status: "read" }, { status: "read" }] });
    expect(await mark(id, { typing_indicator: { type: "text" } })).toMatchObject({ status: 200 });
    expect((await chat()).body).toMatchObject({ isTyping: true });
  });

  test("of an unknown message is refused with 131009", async () => {
    expect(await mark("wamid.unknown")).toMatchObject({ status: 400, body: { error: { code: 131009 } } });
  });

  test("of another form is refused with 100", async () => {
    expect(await mark(undefined)).toMatchObject({ status: 400, body: { error: { code: 100 } } });
    expect(await mark("wamid.1", { status: "delivered" })).toMatchObject({
      status: 400,
      body: { error: { code: 100 } },
    });
    expect(await mark("wamid.1", { typing_indicator: { type: "audio" } })).toMatchObject({ status: 400 });
  });

  test("is not touched by faults of sending", async () => {
    const id = await simulation.write({ type: "text", text: "Are you there?" });
    await simulation.control("PUT", "/faults", { apiDown: { count: 1 } });
    expect(await mark(id)).toMatchObject({ status: 200 });
    await expect(simulation.post(text)).rejects.toThrow("fetch failed");
  });
});

describe("with faults of sending", () => {
  const accepted = async () => (await simulation.control("GET", "/sends")).body;

  test("the next n sends are answered with a status and not taken", async () => {
    await simulation.control("PUT", "/faults", { apiStatus: { status: 503, count: 2 } });
    for (let time = 0; time < 2; time += 1) {
      expect(await simulation.post(text)).toEqual({
        status: 503,
        body: errorBody(131016, "(#131016) Service unavailable"),
      });
    }
    expect(await accepted()).toEqual({ sends: [] });
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
    const state = await simulation.control("GET", "/state");
    expect(state.body).toMatchObject({ faults: {}, counters: { faults: { apiStatus: 2 } } });
  });

  test("a status may come with any code", async () => {
    await simulation.control("PUT", "/faults", { apiStatus: { status: 403, code: 131031 } });
    expect(await simulation.post(text)).toMatchObject({ status: 403, body: { error: { code: 131031 } } });
  });

  test.each([
    [500, 131000],
    [429, 130429],
    [401, 190],
    [400, 100],
  ])("the status %d comes with the code %d", async (status, code) => {
    await simulation.control("PUT", "/faults", { apiStatus: { status } });
    expect(await simulation.post(text)).toMatchObject({ status, body: { error: { code } } });
  });

  test("a connection is cut before the message is taken", async () => {
    await simulation.control("PUT", "/faults", { apiDown: { count: 1 } });
    await expect(simulation.post(text)).rejects.toThrow("fetch failed");
    expect(await accepted()).toEqual({ sends: [] });
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
  });

  test("an answer is lost after the message is taken", async () => {
    await simulation.control("PUT", "/faults", { answerLost: { count: 1 } });
    await expect(simulation.post({ ...text, biz_opaque_callback_data: "send-1" })).rejects.toThrow("fetch failed");
    expect(await accepted()).toMatchObject({ sends: [{ clientReference: "send-1" }] });
  });

  test("an answer cannot be lost of a message that is refused", async () => {
    await simulation.control("PUT", "/faults", { answerLost: { count: 1 } });
    expect(await simulation.post(without("text"))).toMatchObject({ status: 400 });
    await expect(simulation.post(text)).rejects.toThrow("fetch failed");
  });

  test("an answer takes its time", async () => {
    await simulation.control("PUT", "/faults", { apiLatencyMs: { ms: 60, count: 1 } });
    const startedAt = performance.now();
    expect(await simulation.post(text)).toMatchObject({ status: 200 });
    expect(performance.now() - startedAt).toBeGreaterThan(55);
  });

  test("a slow answer does not keep the simulator from closing", async () => {
    const slow = await startSimulation();
    await slow.control("PUT", "/faults", { apiLatencyMs: { ms: 60_000 } });
    const answer = slow.sendText("Hi").then(
      () => "answered",
      () => "cut",
    );
    await vi.waitFor(async () => {
      const { body } = await slow.control("GET", "/state");
      expect(body).toMatchObject({ counters: { faults: { apiLatencyMs: 1 } } });
    });
    await slow[Symbol.asyncDispose]();
    expect(await answer).toBe("cut");
  });
});
