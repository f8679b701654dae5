import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { businessAccountId, phoneNumberId } = registration;
const path = `/v23.0/${businessAccountId}/message_templates`;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation({ templateReviewMs: 0 });
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
  simulation.receiver.received.length = 0;
});

afterAll(() => simulation[Symbol.asyncDispose]());

const form = {
  name: "order_shipped",
  language: "en_US",
  category: "UTILITY",
  components: [
    { type: "HEADER", format: "TEXT", text: "Order {{1}}", example: { header_text: ["A-17"] } },
    { type: "BODY", text: "Hi {{1}}, it is on its way.", example: { body_text: [["Ann"]] } },
    { type: "FOOTER", text: "Juniper Books" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Thanks" },
        { type: "URL", text: "Track", url: "https://example.com/{{1}}", example: ["https://example.com/1"] },
      ],
    },
  ],
} as const;

type Created = { readonly id: string };

async function create(change: object = {}): Promise<string> {
  const answer = await simulation.ask("POST", path, { body: { ...form, ...change } });
  expect(answer).toMatchObject({ status: 200, body: { status: "PENDING" } });
  return (answer.body as Created).id;
}

const statusOf = async (id: string) =>
  ((await simulation.ask("GET", `/v23.0/${id}`)).body as { status: string }).status;

async function reviewed(id: string): Promise<void> {
  await vi.waitFor(async () => expect(await statusOf(id)).not.toBe("PENDING"));
}

describe("a template", () => {
  test("is created pending, approved, told of by a webhook, and listed as it was handed in", async () => {
    const id = await create();
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const value = {
      event: "APPROVED",
      message_template_id: Number(id),
      message_template_name: "order_shipped",
      message_template_language: "en_US",
      message_template_category: "UTILITY",
      reason: "NONE",
    };
    const changes = [{ field: "message_template_status_update", value }];
    expect(simulation.webhooks()).toEqual([
      { object: "whatsapp_business_account", entry: [{ id: businessAccountId, changes }] },
    ]);
    const listed = {
      ...form,
      id,
      status: "APPROVED",
      parameter_format: "POSITIONAL",
      quality_score: { score: "UNKNOWN" },
    };
    expect(await simulation.ask("GET", path)).toEqual({
      status: 200,
      body: { data: [listed], paging: { cursors: { before: expect.any(String), after: expect.any(String) } } },
    });
    expect(await simulation.ask("GET", `/v23.0/${id}?fields=name,status`)).toEqual({
      status: 200,
      body: { id, name: "order_shipped", status: "APPROVED" },
    });
  });

  test("that breaks Meta's rules is rejected with the reason, by webhook and in the list", async () => {
    await create({ components: [{ type: "BODY", text: "{{1}} is here", example: { body_text: [["Ann"]] } }] });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const value = {
      event: "REJECTED",
      reason: "INVALID_FORMAT",
      rejection_info: { reason: expect.stringContaining("placeholder"), recommendation: expect.any(String) },
    };
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value }] }] }]);
    expect((await simulation.ask("GET", path)).body).toMatchObject({
      data: [{ status: "REJECTED", rejected_reason: "INVALID_FORMAT" }],
    });
  });

  test("may be named, and its components may be a string of JSON", async () => {
    const components = [
      {
        type: "body",
        text: "Hi {{first_name}}, it is here.",
        example: { body_text_named_params: [{ param_name: "first_name", example: "Ann" }] },
      },
    ];
    const id = await create({ parameter_format: "NAMED", components: JSON.stringify(components) });
    await reviewed(id);
    expect((await simulation.ask("GET", `/v23.0/${id}`)).body).toMatchObject({
      status: "APPROVED",
      parameter_format: "NAMED",
      components: [{ type: "BODY", text: "Hi {{first_name}}, it is here." }],
    });
  });

  test("can be sent once it is approved", async () => {
    await simulation.write({ type: "text", text: "Hello" });
    const id = await create();
    await reviewed(id);
    const components = [
      { type: "header", parameters: [{ type: "text", text: "A-17" }] },
      { type: "body", parameters: [{ type: "text", text: "Ann" }] },
      { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "A-17" }] },
    ];
    const template = { name: "order_shipped", language: { code: "en_US" }, components };
    const message = { type: "template", template };
    expect(await simulation.sendText("", message)).toMatchObject({
      status: 200,
      body: { messages: [{ message_status: "accepted" }] },
    });
    const chat = await simulation.control("GET", `/phones/31612345678/chat?phoneNumberId=${phoneNumberId}`);
    expect(chat.body).toMatchObject({
      entries: [{}, { text: "Hi Ann, it is on its way.", template: { header: "Order A-17", footer: "Juniper Books" } }],
    });
    await simulation.control("POST", `/templates/${id}/status`, { status: "paused" });
    expect(await simulation.sendText("", message)).toMatchObject({ status: 400, body: { error: { code: 132015 } } });
  });

  test.each([
    ["a name in capitals", { name: "Order" }, "name must be small letters, digits and underscores."],
    ["another category", { category: "SPAM" }, "category must be one of {MARKETING, UTILITY, AUTHENTICATION}."],
    ["a language that is none", { language: "English" }, "language must be a language code"],
    ["no components", { components: [] }, "components must have at least 1 element."],
    ["another component", { components: [{ type: "SIDEBAR" }] }, "must be one of {HEADER, BODY, FOOTER, BUTTONS}."],
    [
      "another header",
      { components: [{ type: "HEADER", format: "GIF" }] },
      "must be one of {TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION}.",
    ],
    [
      "another button",
      { components: [{ type: "BUTTONS", buttons: [{ type: "FLOW" }] }] },
      "must be one of {QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP}.",
    ],
  ])("with %s is refused with 100", async (_name, change, words) => {
    const answer = await simulation.ask("POST", path, { body: { ...form, ...change } });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
    expect(JSON.stringify(answer.body)).toContain(words);
  });

  test("of a name and language that are there is refused, in Meta's words for people", async () => {
    await create();
    expect(await simulation.ask("POST", path, { body: form })).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 100,
          error_subcode: 2388024,
          error_user_title: "Content in This Language Already Exists",
        },
      },
    });
  });

  test("can be edited once it is approved, but not twice a day, and not while it is pending", async () => {
    const id = await create();
    await reviewed(id);
    const edit = { components: [{ type: "BODY", text: "Changed." }] };
    expect(await simulation.ask("POST", `/v23.0/${id}`, { body: edit })).toEqual({
      status: 200,
      body: { success: true },
    });
    await reviewed(id);
    expect((await simulation.ask("GET", `/v23.0/${id}`)).body).toMatchObject({
      name: "order_shipped",
      components: [{ type: "BODY", text: "Changed." }],
    });
    expect(await simulation.ask("POST", `/v23.0/${id}`, { body: edit })).toMatchObject({ status: 400 });
    await simulation.control("PUT", "/templates/review", { reviewAfterMs: null });
    const pending = await create({ name: "other" });
    expect(await simulation.ask("POST", `/v23.0/${pending}`, { body: edit })).toMatchObject({ status: 400 });
  });

  test("is removed by its name in all languages, or by its id in one", async () => {
    const id = await create();
    for (const language of ["nl", "de"]) await create({ language });
    const remove = (query: string) => simulation.ask("DELETE", `${path}?${query}`);
    expect(await remove(`name=order_shipped&hsm_id=${id}`)).toEqual({ status: 200, body: { success: true } });
    expect((await simulation.ask("GET", path)).body).toMatchObject({ data: [{ language: "nl" }, { language: "de" }] });
    expect(await remove("name=order_shipped")).toMatchObject({ status: 200 });
    expect((await simulation.ask("GET", path)).body).toEqual({ data: [] });
    expect(await remove("name=order_shipped")).toMatchObject({
      status: 400,
      body: { error: { error_subcode: 2593002 } },
    });
    expect(await remove("")).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("name is required") } },
    });
  });

  test("that was approved and removed blocks its name for thirty days", async () => {
    await reviewed(await create());
    await simulation.ask("DELETE", `${path}?name=order_shipped`);
    expect(await simulation.ask("POST", path, { body: form })).toMatchObject({
      status: 400,
      body: { error: { error_subcode: 2388023 } },
    });
  });

  test("is nobody else's: a wrong token and an unknown account are refused", async () => {
    expect(await simulation.ask("GET", path, { token: "wrong" })).toMatchObject({ status: 401 });
    expect(await simulation.ask("GET", "/v23.0/4711/message_templates")).toMatchObject({
      status: 400,
      body: { error: { error_subcode: 33 } },
    });
    expect(await simulation.ask("GET", `/v23.0/${phoneNumberId}/message_templates`)).toMatchObject({ status: 400 });
  });
});

describe("the list", () => {
  type Page = {
    readonly data: readonly { readonly name: string }[];
    readonly paging?: {
      readonly cursors: { readonly before: string; readonly after: string };
      readonly next?: string;
      readonly previous?: string;
    };
  };
  const names = ["a", "b", "c", "d", "e"];
  const get = async (query: string) => (await simulation.ask("GET", `${path}?${query}`)).body as Page;
  const namesOf = ({ data }: Page) => data.map(({ name }) => name).join("");

  beforeEach(async () => {
    const put = (name: string, status: string, category = "utility") =>
      simulation.control("POST", "/templates", {
        phoneNumberId,
        status,
        template: { name, language: name === "e" ? "nl" : "en", category, body: "Hello there." },
      });
    for (const name of names)
      await put(name, name === "b" ? "paused" : "approved", name === "c" ? "marketing" : "utility");
  });

  test("is read page by page, forwards by cursor and by link, and backwards", async () => {
    const first = await get("limit=2");
    expect([namesOf(first), first.paging?.previous]).toEqual(["ab", undefined]);
    const second = await get(`limit=2&after=${first.paging?.cursors.after}`);
    expect(namesOf(second)).toBe("cd");
    const { pathname, search } = new URL(second.paging?.next ?? "");
    const last = (await simulation.ask("GET", `${pathname}${search}`)).body as Page;
    expect([namesOf(last), last.paging?.next]).toEqual(["e", undefined]);
    const none = await get(`limit=2&after=${last.paging?.cursors.after}`);
    expect(none).toEqual({ data: [] });
    const back = await get(`limit=2&before=${last.paging?.cursors.before}`);
    expect([namesOf(back), back.paging?.previous === undefined]).toEqual(["cd", false]);
    expect(namesOf(await get(`limit=3&before=${back.paging?.cursors.before}`))).toBe("ab");
  });

  test.each([
    ["name=c", "c"],
    ["status=PAUSED", "b"],
    ["status=approved,paused", "abcde"],
    ["category=MARKETING", "c"],
    ["language=nl", "e"],
    ["language=en&category=utility&status=APPROVED", "ad"],
    ["name=unknown", ""],
  ])("can be asked for %s", async (query, expected) => {
    expect(namesOf(await get(query))).toBe(expected);
  });

  test.each([
    ["after=bm93aGVyZQ", 131059],
    ["limit=0", 100],
    ["limit=1001", 100],
    ["limit=many", 100],
  ])("refuses %s", async (query, code) => {
    expect(await simulation.ask("GET", `${path}?${query}`)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  test("has 25 templates a page unless more are asked for", async () => {
    for (let place = 0; place < 25; place += 1) {
      const template = { name: `t${place}`, language: "en", category: "utility", body: "Hi." };
      await simulation.control("POST", "/templates", { phoneNumberId, template });
    }
    expect((await get("")).data).toHaveLength(25);
    expect((await get("limit=1000")).data).toHaveLength(30);
  });
});
