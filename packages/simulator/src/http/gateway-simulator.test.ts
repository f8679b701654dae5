import { expect, test, vi } from "vitest";
import { createGatewaySimulator } from "./gateway-simulator.ts";
import { registration, startSimulation } from "./simulation.test-support.ts";
import { signatureOf } from "./webhooks/signature.ts";

test("a webhook is ASCII JSON, signed with the app secret over exactly its bytes", async () => {
  await using simulation = await startSimulation();
  const id = await simulation.write({ type: "text", text: "Café 😀" });
  const { receiver } = simulation;
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
  const [webhook] = receiver.received;
  const text = webhook?.body.toString("latin1") ?? "";
  expect(webhook?.method).toBe("POST");
  expect(text).toContain('"body":"Caf\\u00e9 \\ud83d\\ude00"');
  expect(webhook?.signature).toBe(signatureOf(webhook?.body ?? "", registration.appSecret));
  expect(JSON.parse(text)).toMatchObject({
    entry: [{ id: registration.businessAccountId, changes: [{ value: { messages: [{ id, from: "31612345678" }] } }] }],
  });
});

test("a webhook that is refused, or whose connection is cut, comes again with the same bytes and signature", async () => {
  await using simulation = await startSimulation();
  const { receiver } = simulation;
  receiver.answerWith(() => {
    if (receiver.received.length === 0) return { status: 500 };
    return receiver.received.length === 1 ? "cut" : { status: 200 };
  });
  await simulation.write({ type: "text", text: "Hello" });
  await vi.waitFor(() => expect(receiver.received).toHaveLength(3));
  const [first, ...others] = receiver.received;
  for (const other of others) expect(other).toEqual(first);
  await vi.waitFor(async () => {
    const counts = (await simulation.control("GET", "/webhooks")).body;
    expect(counts).toEqual({ posted: 3, acknowledged: 1, retried: 2, waiting: 0, givenUp: 0 });
  });
});

test("a webhook waits for a receiver that is not there, and goes to the URL that is registered by then", async () => {
  await using simulation = await startSimulation();
  const { phoneNumberId, ...settings } = registration;
  const body = { ...settings, webhookUrl: "http://127.0.0.1:1/nobody" };
  const path = `/numbers/${phoneNumberId}`;
  await simulation.control("PUT", path, body);
  await simulation.write({ type: "text", text: "Hello" });
  await vi.waitFor(async () => {
    const { body: counts } = await simulation.control("GET", "/webhooks");
    expect(counts).toEqual({
      posted: expect.any(Number),
      acknowledged: 0,
      retried: expect.any(Number),
      waiting: 1,
      givenUp: 0,
    });
    expect(Reflect.get(Object(counts), "retried")).toBeGreaterThan(1);
  });
  await simulation.control("PUT", path, { ...body, webhookUrl: simulation.receiver.url });
  await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
});

test("the statuses of a message come in order, each with the send's reference", async () => {
  await using simulation = await startSimulation();
  await simulation.write({ type: "text", text: "Hello" });
  const { body } = await simulation.sendText("Hi", { biz_opaque_callback_data: "send-1" });
  await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(4));
  const [{ id }] = (body as { messages: [{ id: string }] }).messages;
  const common = { id, recipient_id: "31612345678", biz_opaque_callback_data: "send-1" };
  expect(simulation.webhooks().slice(1)).toMatchObject(
    ["sent", "delivered", "read"].map((status) => ({
      entry: [{ changes: [{ value: { statuses: [{ ...common, status }] } }] }],
    })),
  );
});

test("with the fault `reorder`, statuses of one message come in any order", async () => {
  // Each half of the one before, so that what happens first waits longest: 200, 100 and 50 ms.
  let next = 1;
  await using simulation = await startSimulation({ random: () => (next *= 0.5) });
  await simulation.write({ type: "text", text: "Hello" });
  await simulation.control("PUT", "/faults", { reorder: { withinMs: 1_600 } });
  await simulation.sendText("Hi");
  await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(4));
  const told = JSON.stringify(simulation.webhooks());
  const places = ["read", "delivered", "sent"].map((status) => told.indexOf(`"status":"${status}"`));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("with the fault `batch`, several updates come in one webhook", async () => {
  await using simulation = await startSimulation();
  await simulation.control("PUT", "/faults", { batch: { holdMs: 5_000, size: 3 } });
  for (const text of ["1", "2", "3"]) await simulation.write({ type: "text", text });
  await vi.waitFor(() => expect(simulation.receiver.received).toHaveLength(1));
  expect(simulation.webhooks()).toMatchObject([{ entry: [{ changes: [{ value: { messages: [{}, {}, {}] } }] }] }]);
});

test("1,000 webhooks take less than a second of computing, and no more than 64 are under way at once", async () => {
  await using simulation = await startSimulation();
  const { receiver, simulator } = simulation;
  let underWay = 0;
  let most = 0;
  receiver.answerWith(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 2));
    underWay -= 1;
    return { status: 200 };
  });
  const before = process.threadCpuUsage();
  const { phoneNumberId } = registration;
  for (let place = 0; place < 2_000; place += 1) {
    const from = { waId: `316${10_000_000 + place}` };
    simulator.world.write({ phoneNumberId, from, content: { type: "text", text: "Hello" } });
  }
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2_000), { timeout: 4_500, interval: 10 });
  // Computing time, which includes the receiver's, since the time on the wall is also that of every other test.
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
  expect(most).toBeGreaterThan(32);
  expect(most).toBeLessThanOrEqual(64);
});

test("a closed simulator neither listens nor posts, and may be closed again", async () => {
  await using simulation = await startSimulation();
  const { simulator, receiver } = simulation;
  receiver.answerWith(() => ({ status: 500 }));
  await simulation.write({ type: "text", text: "Hello" });
  await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(0));
  await simulator.close();
  await expect(fetch(simulator.url)).rejects.toThrow("fetch failed");
  // What was on its way at that moment may still arrive; a simulator that went on would post again and again.
  await new Promise((resolve) => setTimeout(resolve, 250));
  const posted = receiver.received.length;
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(receiver.received.length).toBe(posted);
  await simulator.close();
});

test("a number that is not valid keeps the simulator from starting", async () => {
  const numbers = [{ ...registration, webhookUrl: "ftp://127.0.0.1/" }];
  await expect(createGatewaySimulator({ numbers })).rejects.toThrow("must be an http or https URL");
});
