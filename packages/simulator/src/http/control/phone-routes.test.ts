import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { phoneNumberId } = registration;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation();
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
  simulation.receiver.received.length = 0;
});

afterAll(() => simulation[Symbol.asyncDispose]());

describe("a person", () => {
  test("stops marketing messages, which the business is told", async () => {
    await simulation.control("POST", "/phones/31612345678/marketing", { phoneNumberId, value: "stop" });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const value = { user_preferences: [{ wa_id: "31612345678", value: "stop" }] };
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ field: "user_preferences", value }] }] }]);
    const wrong = await simulation.control("POST", "/phones/31612345678/marketing", { phoneNumberId, value: "maybe" });
    expect(wrong).toMatchObject({ status: 400 });
  });

  test("comes by an advertisement, any or a certain one", async () => {
    for (const referral of [{}, { headline: "Sale", clickId: "click-1" }]) {
      const content = { type: "text", text: "Hello" };
      await simulation.control("POST", "/phones/31612345678/messages", { phoneNumberId, content, referral });
    }
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(2));
    const referrals = [{ source_type: "ad" }, { source_type: "ad", headline: "Sale", ctwa_clid: "click-1" }];
    expect(simulation.webhooks()).toMatchObject(
      referrals.map((referral) => ({ entry: [{ changes: [{ value: { messages: [{ referral }] } }] }] })),
    );
  });

  test("has an identity hash that can be seen and set", async () => {
    const first = await simulation.control("PATCH", "/phones/31612345678", {});
    expect(first.body).toMatchObject({ identityHash: expect.stringMatching(/^.{11}=$/) });
    const next = await simulation.control("PATCH", "/phones/31612345678", { identityHash: "DF2lS5v2W6x=" });
    expect(next.body).toMatchObject({ identityHash: "DF2lS5v2W6x=" });
  });
});
