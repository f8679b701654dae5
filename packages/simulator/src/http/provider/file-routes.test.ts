import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { simulatorLimits } from "../../limits.ts";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { phoneNumberId } = registration;
const path = `/v23.0/${phoneNumberId}/media`;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation();
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
});

afterAll(() => simulation[Symbol.asyncDispose]());

type FormParts = { readonly type?: string; readonly bytes?: Uint8Array<ArrayBuffer>; readonly product?: string | null };

function formOf({
  type = "image/png",
  bytes = new Uint8Array([1, 2, 3]),
  product = "whatsapp",
}: FormParts = {}): FormData {
  const form = new FormData();
  if (product !== null) form.set("messaging_product", product);
  form.set("type", type);
  form.set("file", new Blob([bytes], { type }), "a.png");
  return form;
}

async function upload(parts?: FormParts, to = path): Promise<string> {
  const { status, body } = await simulation.ask("POST", to, { body: formOf(parts) });
  expect({ status, body }).toEqual({ status: 200, body: { id: expect.stringMatching(/^\d{15}$/) } });
  return (body as { id: string }).id;
}

const download = (url: unknown, token: string = registration.accessToken) =>
  fetch(String(url), { headers: { authorization: `Bearer ${token}` } });

describe("an upload", () => {
  test("comes back byte by byte, by a link that needs the token", async () => {
    const bytes = new Uint8Array(100_000).map((_, index) => index % 251);
    const id = await upload({ bytes });
    const { status, body } = await simulation.ask("GET", `/v23.0/${id}?phone_number_id=${phoneNumberId}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        messaging_product: "whatsapp",
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/whatsapp_business\/attachments\/\?mid=/),
        mime_type: "image/png",
        sha256: createHash("sha256").update(bytes).digest("hex"),
        file_size: 100_000,
        id,
      },
    });
    const { url } = body as { url: string };
    const answer = await download(url);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), bytes)).toBe(0);
    expect(await (await download(url, "wrong")).json()).toMatchObject({ error: { code: 190 } });
    expect((await fetch(url)).status).toBe(401);
  });

  test("may name the product in the query and leave out its type, as a client does", async () => {
    const form = formOf({ product: null });
    form.delete("type");
    const answer = await simulation.ask("POST", `/${phoneNumberId}/media?messaging_product=whatsapp`, { body: form });
    expect(answer).toMatchObject({ status: 200 });
  });

  test("may be any of WhatsApp's types, with parameters or without", async () => {
    const types = ["audio/ogg; codecs=opus", "audio/ogg", "audio/opus", "text/plain", "application/pdf", "image/webp"];
    for (const type of types) expect(await upload({ type })).toMatch(/^\d+$/);
  });

  test.each([
    [
      "another type",
      { type: "audio/wav" },
      100,
      "Param file must be a file with one of the following types: image/jpeg",
    ],
    ["nothing in it", { bytes: new Uint8Array(0) }, 131053, "Image file has size 0 bytes"],
    ["another product", { product: "sms" }, 100, "Param messaging_product must be whatsapp."],
    ["no product", { product: null }, 100, "The parameter messaging_product is required."],
  ] as const)("of %s is refused", async (_name, parts, code, words) => {
    const { status, body } = await simulation.ask("POST", path, { body: formOf(parts) });
    expect([status, body]).toMatchObject([400, { error: { code } }]);
    expect(JSON.stringify(body)).toContain(words);
    expect(simulation.simulator.world.files.bytes()).toBe(0);
  });

  test.each([
    ["image/png", 5 * 1024 * 1024, "Image"],
    ["image/webp", 500 * 1024, "Sticker"],
    ["video/mp4", 16 * 1024 * 1024, "Video"],
  ])("of %s may have %d bytes and not one more", async (type, most, name) => {
    await upload({ type, bytes: new Uint8Array(most) });
    const { status, body } = await simulation.ask("POST", path, {
      body: formOf({ type, bytes: new Uint8Array(most + 1) }),
    });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 131053,
          error_data: {
            details: `${name} file has size ${most + 1} bytes but must be atmost ${most} bytes and non-empty`,
          },
        },
      },
    });
  });

  test("without a file, or as JSON, is refused", async () => {
    const form = formOf();
    form.delete("file");
    for (const body of [form, { messaging_product: "whatsapp" }]) {
      const answer = await simulation.ask("POST", path, { body });
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining("file is required") } },
      });
    }
  });

  test("with a wrong token, or to an unknown number, is refused", async () => {
    expect(await simulation.ask("POST", path, { body: formOf(), token: "wrong" })).toMatchObject({ status: 401 });
    expect(await simulation.ask("POST", "/v23.0/4711/media", { body: formOf() })).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_subcode: 33 } },
    });
  });

  test("beyond as many as are read at once is refused for the moment", async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024);
    const uploads = Array.from({ length: 4 * simulatorLimits.uploadsAtOnce }, () =>
      simulation.ask("POST", path, { body: formOf({ bytes }) }),
    );
    const answers = await Promise.all(uploads);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) expect(answer).toMatchObject({ status: 503, body: { error: { code: 131016 } } });
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(simulatorLimits.uploadsAtOnce);
    await upload();
  });
});

describe("a file", () => {
  test("can be removed, once", async () => {
    const id = await upload();
    expect(await simulation.ask("DELETE", `/v23.0/${id}`)).toEqual({ status: 200, body: { success: true } });
    expect(await simulation.ask("DELETE", `/v23.0/${id}`)).toMatchObject({
      status: 400,
      body: { error: { code: 100 } },
    });
    expect(await simulation.ask("GET", `/v23.0/${id}`)).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  test("of another number is refused to whoever names that one", async () => {
    const id = await upload();
    const answer = await simulation.ask("GET", `/v23.0/${id}?phone_number_id=4711`);
    const message = "(#100) Param phone_number_id is not a valid whatsapp business phone number id ID";
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 100, message } } });
  });

  test("has a link that works for five minutes, and none that somebody made up", async () => {
    const id = await upload();
    const linkTo = async () => (await simulation.ask("GET", `/v23.0/${id}`)).body as { url: string };
    const { url } = await linkTo();
    const other = new URL(url);
    other.searchParams.set("ext", "9999999999");
    expect((await download(other)).status).toBe(404);
    await simulation.control("POST", "/clock", { advanceMs: 5 * 60 * 1000 });
    expect((await download(url)).status).toBe(404);
    expect((await download((await linkTo()).url)).status).toBe(200);
  });

  test("can be sent by its id for thirty days", async () => {
    await simulation.write({ type: "text", text: "Hello" });
    const id = await upload();
    const send = () => simulation.sendText("", { type: "image", image: { id } });
    expect(await send()).toMatchObject({ status: 200 });
    await simulation.control("POST", "/clock", { advanceMs: 30 * 24 * 60 * 60 * 1000 });
    await simulation.write({ type: "text", text: "Hello" });
    expect(await send()).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  test("that a person sends comes with a link and a checksum in its webhook, and can be downloaded", async () => {
    simulation.receiver.received.length = 0;
    await simulation.write({ type: "media", kind: "document", fileName: "a.pdf" });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const [webhook] = simulation.webhooks() as [
      { entry: [{ changes: [{ value: { messages: [{ document: Received }] } }] }] },
    ];
    type Received = { id: string; url: string; sha256: string; mime_type: string };
    const { document } = webhook.entry[0].changes[0].value.messages[0];
    const bytes = Buffer.from(await (await download(document.url)).arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(document.sha256).toBe(createHash("sha256").update(bytes).digest("base64"));
    expect(await simulation.ask("GET", `/v23.0/${document.id}`)).toMatchObject({
      status: 200,
      body: { id: document.id },
    });
    expect(await simulation.ask("GET", `/v23.0/${document.id}?phone_number_id=${phoneNumberId}`)).toMatchObject({
      status: 400,
    });
  });
});
