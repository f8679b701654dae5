import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { phoneNumberId, businessAccountId, displayPhoneNumber } = registration;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation();
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
});

afterAll(() => simulation[Symbol.asyncDispose]());

describe("what is known of a number", () => {
  test("is its name, its number and its quality, or what is asked for", async () => {
    expect(await simulation.ask("GET", `/v23.0/${phoneNumberId}`)).toEqual({
      status: 200,
      body: {
        id: phoneNumberId,
        verified_name: "Simulated business",
        display_phone_number: displayPhoneNumber,
        quality_rating: "GREEN",
        code_verification_status: "VERIFIED",
      },
    });
    expect(await simulation.ask("GET", `/${phoneNumberId}?fields=throughput{level},%20verified_name,nonsense`)).toEqual(
      {
        status: 200,
        body: { id: phoneNumberId, verified_name: "Simulated business", throughput: { level: "STANDARD" } },
      },
    );
  });

  test("is told with the number's token alone", async () => {
    expect(await simulation.ask("GET", `/v23.0/${phoneNumberId}`, { token: "wrong" })).toMatchObject({ status: 401 });
    expect(await simulation.ask("GET", `/v23.0/${phoneNumberId}`, { token: "" })).toMatchObject({ status: 401 });
    expect(await simulation.ask("GET", "/v23.0/4711")).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  test("an account has a name too", async () => {
    expect(await simulation.ask("GET", `/v23.0/${businessAccountId}?fields=name`)).toEqual({
      status: 200,
      body: { id: businessAccountId, name: "Simulated business" },
    });
  });
});

describe("a business profile", () => {
  const path = `/v23.0/${phoneNumberId}/whatsapp_business_profile`;
  const profile = {
    about: "Books",
    address: "Main Street 1",
    description: "We sell books.",
    email: "books@example.com",
    vertical: "RETAIL",
    websites: ["https://example.com/"],
  };
  const save = (change: object) => simulation.ask("POST", path, { body: { messaging_product: "whatsapp", ...change } });

  test("is saved field by field and read as asked", async () => {
    expect(await save(profile)).toEqual({ status: 200, body: { success: true } });
    expect(await save({ about: "More books" })).toMatchObject({ status: 200 });
    const fields = "about,address,description,email,vertical,websites";
    expect(await simulation.ask("GET", `${path}?fields=${fields}`)).toEqual({
      status: 200,
      body: { data: [{ ...profile, about: "More books", messaging_product: "whatsapp" }] },
    });
    expect(await simulation.ask("GET", path)).toEqual({
      status: 200,
      body: { data: [{ about: "More books", messaging_product: "whatsapp" }] },
    });
  });

  const long = (length: number) => "x".repeat(length);
  test.each([
    ["about", long(139), long(140)],
    ["address", long(256), long(257)],
    ["description", long(512), long(513)],
    ["email", `${long(116)}@example.com`, `${long(117)}@example.com`],
    ["websites", ["https://a.com", "https://b.com"], ["https://a.com", "https://b.com", "https://c.com"]],
    ["vertical", "NOT_A_BIZ", "BAKERY"],
    ["about", "x", ""],
    ["email", "", "nobody"],
    ["websites", [], ["example.com"]],
  ])("takes %s as far as Meta does, and no farther", async (field, good, bad) => {
    expect(await save({ [field]: good })).toMatchObject({ status: 200 });
    expect(await save({ [field]: bad })).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  test("needs the product", async () => {
    expect(await simulation.ask("POST", path, { body: { about: "Books" } })).toMatchObject({
      status: 400,
      body: { error: { message: "(#100) The parameter messaging_product is required." } },
    });
  });
});

describe("identity checks", () => {
  const identityHash = "DF2lS5v2W6x=";
  const settings = (user_identity_change: unknown) =>
    simulation.ask("POST", `/v23.0/${phoneNumberId}/settings`, { body: { user_identity_change } });
  const contactOf = async () => {
    simulation.receiver.received.length = 0;
    await simulation.write({ type: "text", text: "Hello" });
    await expect.poll(() => simulation.webhooks().length).toBe(1);
    const [webhook] = simulation.webhooks() as [{ entry: [{ changes: [{ value: { contacts: [object] } }] }] }];
    return webhook.entry[0].changes[0].value.contacts[0];
  };

  test("are turned on and off by the number's settings, in either of their spellings", async () => {
    await simulation.control("PATCH", "/phones/31612345678", { identityHash });
    expect(await contactOf()).not.toHaveProperty("identity_key_hash");
    expect(await settings({ enable_identity_key_check: true })).toEqual({ status: 200, body: { success: true } });
    expect(await contactOf()).toMatchObject({ identity_key_hash: identityHash });
    await settings({ enabled: false });
    expect(await contactOf()).not.toHaveProperty("identity_key_hash");
    await settings({ enabled: true });
    const facts = await simulation.ask("GET", `/v23.0/${phoneNumberId}?fields=user_identity_change`);
    expect(facts.body).toMatchObject({ user_identity_change: { enable_identity_key_check: true } });
    await settings({ enabled: false });
  });

  test("of another form are refused", async () => {
    expect(await settings("yes")).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });
});
