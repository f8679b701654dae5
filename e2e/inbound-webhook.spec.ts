import { createHmac } from "node:crypto";
import { request } from "node:http";
import { createInboundWebhook, deleteInboundWebhook, renewInboundWebhookSecret } from "@parley/api";
import { expect } from "@playwright/test";
import { flowOf, receive, send, test } from "@parley/testing/processes";

const orders = (webhookId: string) =>
  flowOf({
    id: "orders",
    trigger: {
      type: "webhook",
      webhookId,
      fields: [
        { name: "phone", path: "customer.phones[0]" },
        { name: "order", path: "$.order.id" },
      ],
      contact: "$(inboundWebhook.phone)",
      conditions: [{ variable: "$(inboundWebhook.order)", operator: "starts-with", value: "A-" }],
    },
    nodes: { n3: send("Order $(inboundWebhook.order) is on its way."), n4: receive() },
    edges: ["n3.onSuccess -> n4"],
  });

const body = (order: string) => JSON.stringify({ customer: { phones: ["+31 6 12345678"] }, order: { id: order } });

test("a call with the key starts a flow with the person whom it names, and the same call again starts none", async ({
  world,
}) => {
  const { api, url } = world.server;
  const { id, path, secret } = await api.ask(createInboundWebhook, { body: { name: "Shop" } });
  await api.goLive(orders(id));
  // The window is open because the person has written before.
  await world.phone().write("hello");
  await expect.poll(async () => (await api.status()).eventsTaken).toBeGreaterThan(0);
  const call = (order: string, headers: Record<string, string> = { "x-parley-key": secret }) =>
    fetch(`${url}${path}`, { method: "POST", headers, body: body(order) });

  const taken = await call("A-17", { "x-parley-key": secret, "idempotency-key": "call-1" });
  expect(taken.status).toBe(202);
  expect(await taken.json()).toEqual({ code: "1002", id: "call-1", started: 1, problems: [] });
  await world.phone().expectReply("Order A-17 is on its way.");
  expect(await (await call("A-17", { "x-parley-key": secret, "idempotency-key": "call-1" })).json()).toMatchObject({
    started: 0,
  });
  expect(await (await call("B-1")).json()).toMatchObject({ started: 0 });

  // Cut to what is kept, two keys could be one.
  const long = await call("A-17", { "x-parley-key": secret, "idempotency-key": "k".repeat(201) });
  expect([long.status, await long.text()]).toEqual([400, expect.stringContaining("at most 200")]);

  expect((await call("A-18", { "x-parley-key": "not the key" })).status).toBe(401);
  expect((await call("A-18", {})).status).toBe(401);
  const { secret: renewed } = await api.ask(renewInboundWebhookSecret, { params: { webhookId: id } });
  expect((await call("A-18")).status).toBe(401);
  expect(await (await call("A-18", { "x-parley-key": renewed })).json()).toMatchObject({ started: 1 });
  await world.phone().expectReply("Order A-18 is on its way.");
});

test("a signed endpoint takes what is signed, whole and small enough, and is kept while a live flow needs it", async ({
  world,
}) => {
  const { api, url } = world.server;
  const { id, path, secret } = await api.ask(createInboundWebhook, {
    body: { name: "Shop", auth: "signature-sha512" },
  });
  await api.goLive(orders(id));
  const post = (text: string, signed = text) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { "x-hub-signature": `sha512=${createHmac("sha512", secret).update(signed).digest("hex")}` },
      body: text,
    });
  expect((await post(body("A-1"))).status).toBe(202);
  expect((await post(body("A-1"), body("A-2"))).status).toBe(401);
  expect((await post("no JSON")).status).toBe(400);
  const deep = await post("[".repeat(50_000) + "]".repeat(50_000));
  expect([deep.status, await deep.text()]).toEqual([400, expect.stringContaining("at most 100 levels")]);
  expect((await post(JSON.stringify({ text: "x".repeat(256 * 1024) }))).status).toBe(413);

  const inUse = await api.answer(deleteInboundWebhook, { params: { webhookId: id } });
  expect(inUse).toMatchObject({ status: 409, body: { error: { code: "in-use", message: /orders/ } } });
});

test("a call that names nobody is refused with a sentence", async ({ world }) => {
  const { api, url } = world.server;
  const { id, path, secret } = await api.ask(createInboundWebhook, { body: { name: "Shop" } });
  await api.goLive(orders(id));
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "x-parley-key": secret },
    body: JSON.stringify({ customer: { phones: ["call me"] }, order: { id: "A-1" } }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("call me");
});

test("what nobody with the key brings is turned away unread, and so is what is too much at once", async ({ world }) => {
  const { api, url } = world.server;
  const { path, secret } = await api.ask(createInboundWebhook, { body: { name: "Shop" } });
  const large = JSON.stringify({ text: "x".repeat(300 * 1024) });
  const call = (key: string, body: string) =>
    fetch(`${url}${path}`, { method: "POST", headers: { "x-parley-key": key }, body }).then(({ status }) => status);
  expect(await call("wrong", large)).toBe(401);
  expect(await call(secret, large)).toBe(413);

  // Bodies that are promised and do not come hold all the room that one webhook has, until they are given up.
  const hold = () => {
    const headers = { "x-parley-key": secret, "content-length": 256 * 1024 };
    const asked = request(`${url}${path}`, { method: "POST", headers });
    asked.on("error", () => undefined);
    asked.flushHeaders();
    return asked;
  };
  const held = Array.from({ length: 128 }, hold);
  // Room that an earlier call gave back late is taken as well.
  await expect
    .poll(async () => {
      held.push(hold());
      return call(secret, "{}");
    })
    .toBe(503);
  for (const asked of held) asked.destroy();
  await expect.poll(() => call(secret, "{}")).toBe(202);
});
