import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { registration, type Simulation, startSimulation } from "../simulation.test-support.ts";

const { phoneNumberId, ...settings } = registration;
let simulation: Simulation;

beforeAll(async () => {
  simulation = await startSimulation();
});

beforeEach(async () => {
  await simulation.control("POST", "/reset");
  simulation.receiver.received.length = 0;
});

afterAll(() => simulation[Symbol.asyncDispose]());

describe("the reviewers of templates", () => {
  const template = { name: "hello", language: "en", category: "utility", body: "Hello there." };
  const put = (more: object = {}) => simulation.control("POST", "/templates", { phoneNumberId, template, ...more });

  test("put templates there without anybody being told, and list them", async () => {
    const { status, body } = await put();
    expect({ status, body }).toMatchObject({ status: 200, body: { status: "approved", template } });
    expect(await put({ status: "paused" })).toMatchObject({ body: { status: "paused" } });
    const list = await simulation.control("GET", `/templates?phoneNumberId=${phoneNumberId}`);
    expect(list.body).toMatchObject({
      templates: [{ status: "paused", template: { name: "hello" } }],
      reviewAfterMs: 1_000,
    });
    expect(simulation.receiver.received).toEqual([]);
  });

  test("set a status, which the business is told with its reason", async () => {
    const { id } = (await put()).body as { id: string };
    const change = { status: "rejected", reason: "SCAM", explanation: "It looks like one." };
    expect(await simulation.control("POST", `/templates/${id}/status`, change)).toMatchObject({
      body: { status: "rejected", reason: "SCAM" },
    });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    const value = { event: "REJECTED", reason: "SCAM", rejection_info: { reason: "It looks like one." } };
    expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value }] }] }]);
    expect(await simulation.control("POST", "/templates/7/status", change)).toMatchObject({ status: 404 });
  });

  test("take their time, as long as they are told or until they are asked", async () => {
    for (const reviewAfterMs of [5, null]) {
      const answer = await simulation.control("PUT", "/templates/review", { reviewAfterMs });
      expect(answer).toEqual({ status: 200, body: { reviewAfterMs } });
    }
    expect(await simulation.control("PUT", "/templates/review", { reviewAfterMs: -1 })).toMatchObject({ status: 400 });
  });

  test("tell each receiver of an account once, however many numbers it has", async () => {
    const second = { ...settings, webhookUrl: simulation.receiver.url };
    await simulation.control("PUT", "/numbers/2", second);
    await simulation.control("PUT", "/numbers/3", { ...second, businessAccountId: "77" });
    const { id } = (await put()).body as { id: string };
    await simulation.control("POST", `/templates/${id}/status`, { status: "paused" });
    await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(simulation.receiver.received).toHaveLength(1);
  });

  test.each([
    [{ template: { ...template, category: "spam" } }, "template.category"],
    [{ status: "draft" }, "status"],
    [{ phoneNumberId: "4711" }, "no number 4711"],
  ])("are told what is wrong with %j", async (change, message) => {
    const answer = await put(change);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answer.body)).toContain(message);
  });
});
