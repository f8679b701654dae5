import { expect } from "@playwright/test";
import { echoFlow, test, textWebhook } from "@parley/testing/processes";

test("a body that is no JSON is refused, though it is well signed", async ({ world }) => {
  const { api, webhooks } = world.server;

  expect(await webhooks.post('{"object":')).toBe(400);
  expect(await webhooks.post("")).toBe(400);

  expect(await api.status()).toMatchObject({ eventsTaken: 0, unrouted: 0 });
});

test("a body of more than 3 MB is refused before it is read", async ({ world }) => {
  const { api, webhooks } = world.server;

  expect(await webhooks.post(JSON.stringify("x".repeat(3 * 1024 * 1024)))).toBe(413);

  expect(await api.status()).toMatchObject({ eventsTaken: 0, unrouted: 0 });
});

test("an update for a number that nobody knows is kept, and starts nothing", async ({ world }) => {
  const { api, webhooks } = world.server;
  await api.goLive(echoFlow());

  const stray = textWebhook({ phoneNumberId: "999999999999999", from: "31612345678", text: "hello" });
  expect(await webhooks.post(stray)).toBe(200);

  expect(await api.status()).toMatchObject({ unrouted: 1 });
  expect(await api.conversations()).toEqual([]);
});
