import { type Template, templateSchema } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { AccountAnswer, GatewayAccount } from "../account.ts";
import { accessToken, type Asked, openAccount, type Reply } from "./account.test-support.ts";
import { createCloudApiAccount } from "./account.ts";

const { signal } = new AbortController();

const template: Template = templateSchema.parse({ name: "hello", language: "en", category: "utility", body: "Hi." });
const components = [{ type: "BODY", text: "Hi." }];
const profile = {
  about: "We sell butterflies",
  address: "101 Butterfly Ln.",
  description: "Butterflies of all sorts",
  email: "hello@example.com",
  vertical: "RETAIL",
  websites: ["https://example.com/", "https://example.com/shop"],
};

describe("an account tells of a number", () => {
  test("what the provider says of it", async () => {
    const { account, asked } = await openAccount(() => ({
      body: {
        id: "106540352242922",
        display_phone_number: "+1 555-078-3881",
        verified_name: "Butterflies",
        quality_rating: "GREEN",
        throughput: { level: "STANDARD" },
      },
    }));
    expect(await account.number("106540352242922", signal)).toEqual({
      type: "done",
      value: {
        displayPhoneNumber: "+1 555-078-3881",
        verifiedName: "Butterflies",
        quality: "GREEN",
        throughput: "STANDARD",
      },
    });
    const fields = "display_phone_number,verified_name,quality_rating,throughput";
    expect(asked).toEqual([
      { method: "GET", path: "/graph/v24.0/106540352242922", query: { fields }, body: undefined },
    ]);
  });

  test("with empty texts for what the provider does not say", async () => {
    const { account } = await openAccount(() => ({ body: { display_phone_number: "+1 555", throughput: "fast" } }));
    expect(await account.number("1", signal)).toEqual({
      type: "done",
      value: { displayPhoneNumber: "+1 555", verifiedName: "", quality: "", throughput: "" },
    });
  });

  test("nothing when the answer is about something else", async () => {
    const { account } = await openAccount(() => ({ body: { id: "1", name: "A page" } }));
    expect(await account.number("1", signal)).toMatchObject({ type: "failed" });
  });

  test("under its id alone, whatever the id holds", async () => {
    const { account, asked } = await openAccount(() => ({ body: { display_phone_number: "+1 555" } }));
    await account.number("1/../2?a=b#\ud800", signal);
    expect(asked[0]?.path).toBe("/graph/v24.0/1%2F..%2F2%3Fa%3Db%23%EF%BF%BD");
  });
});

describe("an account has a business profile", () => {
  test("that it reads", async () => {
    const wire = { ...profile, messaging_product: "whatsapp", profile_picture_url: "https://cdn.example/a" };
    const { account, asked } = await openAccount(() => ({ body: { data: [wire] } }));
    expect(await account.profile("7", signal)).toEqual({
      type: "done",
      value: { ...profile, pictureUrl: "https://cdn.example/a" },
    });
    expect(asked[0]).toMatchObject({ method: "GET", path: "/graph/v24.0/7/whatsapp_business_profile" });
  });

  test("that may be empty", async () => {
    const { account } = await openAccount(() => ({ body: { data: [{ messaging_product: "whatsapp" }] } }));
    const nothing = { about: "", address: "", description: "", email: "", vertical: "", websites: [], pictureUrl: "" };
    expect(await account.profile("7", signal)).toEqual({ type: "done", value: nothing });
  });

  test("that it saves, and leaves out only what WhatsApp takes no empty text for", async () => {
    const { account, asked } = await openAccount(() => ({ body: { success: true } }));
    expect(await account.saveProfile("7", profile, signal)).toEqual({ type: "done", value: undefined });
    const empty = { about: "", address: "", description: "", email: "", vertical: "", websites: [] };
    expect(await account.saveProfile("7", empty, signal)).toEqual({ type: "done", value: undefined });
    expect(asked).toMatchObject([
      { method: "POST", path: "/graph/v24.0/7/whatsapp_business_profile" },
      { method: "POST" },
    ]);
    expect(asked.map(({ body }) => body)).toEqual([
      { messaging_product: "whatsapp", ...profile },
      { messaging_product: "whatsapp", address: "", description: "", email: "", websites: [] },
    ]);
  });
});

describe("an account lists its templates", () => {
  const listed = (index: number) => ({
    ...{ id: `${index}`, name: `template_${index}`, language: "en", category: "UTILITY", status: "APPROVED" },
    components,
  });
  const pageOf = (from: number, length: number, paging?: object): Reply => ({
    body: { data: Array.from({ length }, (_, index) => listed(from + index)), paging },
  });
  const namesOf = (answered: AccountAnswer<{ templates: readonly { template: Template }[] }>) =>
    answered.type === "done" ? answered.value.templates.map(({ template: { name } }) => name) : answered;

  test("page by page, by cursors", async () => {
    const next = "https://graph.facebook.com/next";
    const pages = [
      pageOf(0, 100, { cursors: { after: "A" }, next }),
      pageOf(100, 2, { cursors: { after: "B" }, next }),
      pageOf(102, 1, { cursors: { after: "C" } }),
    ];
    const { account, asked } = await openAccount((_, count) => pages[count - 1]);
    const names = namesOf(await account.templates("102", signal));
    expect(names).toEqual(Array.from({ length: 103 }, (_, index) => `template_${index}`));
    expect(asked.map(({ path }) => path)).toEqual(
      Array.from({ length: 3 }, () => "/graph/v24.0/102/message_templates"),
    );
    expect(asked.map(({ query }) => (query as { after?: string }).after)).toEqual([undefined, "A", "B"]);
    expect(asked[0]?.query).toMatchObject({ limit: "100" });
  });

  test("to the end of a list whose last page is full, and whose pages have no link to the next", async () => {
    const pages = [pageOf(0, 100, { cursors: { after: "A" } }), pageOf(0, 0, { cursors: { after: "A" } })];
    const { account, asked } = await openAccount((_, count) => pages[count - 1]);
    expect(namesOf(await account.templates("102", signal))).toHaveLength(100);
    expect(asked).toHaveLength(2);
  });

  test("without those that cannot be read, which it counts", async () => {
    const data = [listed(1), { ...listed(2), status: "SUNG" }, 7, null];
    const { account } = await openAccount(() => ({ body: { data } }));
    expect(await account.templates("102", signal)).toMatchObject({
      type: "done",
      value: { templates: [{ providerId: "1", status: "approved", reason: "" }], unreadable: 3 },
    });
  });

  test("not at all when one page fails", async () => {
    const refusal = { status: 400, body: { error: { code: 80007, message: "Too many calls" } } };
    const { account } = await openAccount((_, count) =>
      count === 1 ? pageOf(0, 100, { cursors: { after: "A" }, next: "x" }) : refusal,
    );
    expect(await account.templates("102", signal)).toMatchObject({
      type: "failed",
      reason: expect.stringMatching(/80007/),
    });
  });

  test("at most to the hundredth page, and a cursor that comes twice ends it", async () => {
    const { account, asked } = await openAccount((_, count) =>
      pageOf(0, 1, { cursors: { after: `${count}` }, next: "x" }),
    );
    expect(await account.templates("102", signal)).toEqual({
      type: "failed",
      reason: "The business account has more than 10000 templates, the most that are read.",
    });
    expect(asked).toHaveLength(100);
    const { account: other, asked: askedOther } = await openAccount(() =>
      pageOf(0, 1, { cursors: { after: "A" }, next: "x" }),
    );
    expect(namesOf(await other.templates("102", signal))).toHaveLength(2);
    expect(askedOther).toHaveLength(2);
  });
});

describe("an account looks after its templates", () => {
  test("submits one and gives its id and status", async () => {
    const { account, asked } = await openAccount(() => ({
      body: { id: "594", status: "PENDING", category: "UTILITY" },
    }));
    expect(await account.submitTemplate("102", template, signal)).toEqual({
      type: "done",
      value: { providerId: "594", status: "pending" },
    });
    expect(asked).toEqual([
      {
        method: "POST",
        path: "/graph/v24.0/102/message_templates",
        query: {},
        body: { name: "hello", language: "en", category: "UTILITY", parameter_format: "POSITIONAL", components },
      },
    ]);
  });

  test("takes a status that it does not know for pending: its word comes later", async () => {
    const { account } = await openAccount(() => ({ body: { id: "594", status: "SUNG" } }));
    expect(await account.submitTemplate("102", template, signal)).toMatchObject({ value: { status: "pending" } });
  });

  test("edits the components of one", async () => {
    const { account, asked } = await openAccount(() => ({ body: { success: true } }));
    expect(await account.editTemplate("594", template, signal)).toEqual({ type: "done", value: undefined });
    expect(asked).toEqual([{ method: "POST", path: "/graph/v24.0/594", query: {}, body: { components } }]);
  });

  test("removes one in its language, or all of a name", async () => {
    const { account, asked } = await openAccount(() => ({ body: { success: true } }));
    await account.removeTemplate("102", { name: "hello", providerId: "594" }, signal);
    await account.removeTemplate("102", { name: "h&llo \ud800" }, signal);
    expect(asked).toMatchObject([
      { method: "DELETE", path: "/graph/v24.0/102/message_templates", query: { hsm_id: "594", name: "hello" } },
      { method: "DELETE", query: { name: "h&llo \ufffd" } },
    ]);
    expect(asked[1]?.query).not.toHaveProperty("hsm_id");
  });
});

describe("an account uploads files", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7 Grüße");
  const pdf = { bytes, mimeType: "application/pdf", fileName: 'Rechnung "Ü".pdf' };

  test("in a form, whole and under their names", async () => {
    const { account, asked } = await openAccount(() => ({ body: { id: "1013859600285441" } }));
    expect(await account.uploadMedia("7", pdf, signal)).toEqual({
      type: "done",
      value: { mediaId: "1013859600285441" },
    });
    expect(asked).toMatchObject([
      {
        method: "POST",
        path: "/graph/v24.0/7/media",
        body: { messaging_product: "whatsapp", type: "application/pdf" },
      },
    ]);
    const file = fileIn(asked);
    expect([file.name, file.type]).toEqual(['Rechnung "Ü".pdf', "application/pdf"]);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  test("of a type that is written in another way", async () => {
    const { account, asked } = await openAccount(() => ({ body: { id: "1" } }));
    const voice = { ...pdf, mimeType: "Audio/OGG;codecs=opus", fileName: "a.ogg" };
    expect(await account.uploadMedia("7", voice, signal)).toMatchObject({ type: "done" });
    expect(asked[0]?.body).toMatchObject({ type: "audio/ogg; codecs=opus" });
  });

  test.each([
    { why: "a type that WhatsApp does not take", mimeType: "audio/ogg", size: 1, sentence: /of the type "audio\/ogg"/ },
    { why: "a type that is none", mimeType: "constructor", size: 1, sentence: /WhatsApp does not take/ },
    { why: "no bytes", mimeType: "image/png", size: 0, sentence: /is empty/ },
    { why: "a byte too many", mimeType: "image/webp", size: 512_001, sentence: /512001 bytes; .* 512000 for sticker/ },
    { why: "a byte too many", mimeType: "image/png", size: 5_242_881, sentence: /at most 5242880 for image/ },
  ])("not with $why, $mimeType, before a byte is sent", async ({ mimeType, size, sentence }) => {
    const { account, asked } = await openAccount(() => ({ body: { id: "1" } }));
    expect(await account.uploadMedia("7", { ...pdf, mimeType, bytes: new Uint8Array(size) }, signal)).toMatchObject({
      type: "refused",
      error: { code: 131053, title: "Media could not be uploaded", details: expect.stringMatching(sentence) },
    });
    expect(asked).toEqual([]);
  });

  test("up to the last byte that WhatsApp takes", async () => {
    const { account, asked } = await openAccount(() => ({ body: { id: "1" } }));
    const largest = { ...pdf, mimeType: "image/png", bytes: new Uint8Array(5_242_880) };
    expect(await account.uploadMedia("7", largest, signal)).toMatchObject({ type: "done" });
    expect(fileIn(asked).size).toBe(5_242_880);
  });
});

function fileIn([asked]: readonly Asked[]): File {
  const { file } = (asked ?? { body: {} }).body as { file: File };
  return file;
}

/** Every question that there is; a method without one is a compile error here. */
const questions: {
  readonly [Name in keyof GatewayAccount]: (
    account: GatewayAccount,
    abort: AbortSignal,
  ) => Promise<AccountAnswer<unknown>>;
} = {
  number: (account, abort) => account.number("1", abort),
  profile: (account, abort) => account.profile("1", abort),
  saveProfile: (account, abort) => account.saveProfile("1", profile, abort),
  templates: (account, abort) => account.templates("1", abort),
  submitTemplate: (account, abort) => account.submitTemplate("1", template, abort),
  editTemplate: (account, abort) => account.editTemplate("1", template, abort),
  removeTemplate: (account, abort) => account.removeTemplate("1", template, abort),
  uploadMedia: (account, abort) =>
    account.uploadMedia("1", { bytes: new Uint8Array(1), mimeType: "image/png", fileName: "a.png" }, abort),
};

describe.each(Object.entries(questions))("the question %s", (_name, ask) => {
  test("is refused in the provider's words, and never tells the token in any spelling", async () => {
    const spelt = `${accessToken} ${encodeURIComponent(accessToken)}`;
    const error = { code: 190, type: "OAuthException", message: `Malformed access token ${spelt}` };
    const { account } = await openAccount(() => ({ status: 401, body: { error } }));
    expect(await ask(account, signal)).toEqual({
      type: "refused",
      error: {
        code: 190,
        title: "Access token has expired",
        details: "Malformed access token [access token] [access token]",
      },
    });
  });

  test("failed when the provider cannot be reached, hangs up or is called off", async () => {
    const { account } = await openAccount(() => undefined);
    expect(await ask(account, signal)).toMatchObject({
      type: "failed",
      reason: expect.stringMatching(/answer is lost/),
    });
    expect(await ask(account, AbortSignal.abort())).toMatchObject({
      type: "failed",
      reason: expect.stringMatching(/could not be reached/),
    });
    const closed = createCloudApiAccount({
      baseUrl: "http://127.0.0.1:1",
      accessToken,
      requestTimeoutMs: 2000,
      connections: 1,
    });
    expect(await ask(closed, signal)).toMatchObject({
      type: "failed",
      reason: expect.stringMatching(/could not be reached/),
    });
    await closed.close();
  });

  test("failed when the answer cannot be read", async () => {
    const { account } = await openAccount(() => ({ body: "<html>" }));
    expect(await ask(account, signal)).toMatchObject({
      type: "failed",
      reason: expect.stringMatching(/HTTP 200, could not be read/),
    });
  });
});

test("Options that are out of their bounds are refused without showing the token", () => {
  const create = () => createCloudApiAccount({ accessToken: "secret token", requestTimeoutMs: 0, connections: 1 });
  expect(create).toThrow("requestTimeoutMs");
  expect(create).not.toThrow("secret token");
});
