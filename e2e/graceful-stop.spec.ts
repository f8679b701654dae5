import { expect } from "@playwright/test";
import { businessNumber, echoFlow, test, textWebhook } from "@parley/testing/processes";

const people = Array.from({ length: 20 }, (_, index) => String(31_600_000_000 + index));

test("a server that is stopped while it sends loses nothing and sends nothing twice", async ({ world }) => {
  const { server, simulator } = world;
  await server.api.goLive(echoFlow());
  await simulator.control.setFaults({ apiLatencyMs: { ms: 300 } });
  const phones = people.map((waId) => world.phone(waId));

  await Promise.all(phones.map((phone) => phone.write("first")));
  await expect.poll(async () => (await server.api.status()).sendsInFlight).toBeGreaterThan(0);
  await Promise.all(phones.map((phone) => phone.write("second")));
  expect(await server.stop()).toEqual({ code: 0, signal: null });

  await server.start();
  for (const phone of phones) {
    await phone.expectReply("You wrote: first");
    await phone.expectReply("You wrote: second");
  }
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 0, sendsInFlight: 0, sendsAmbiguous: 0 });
  expect(await simulator.control.sends()).toHaveLength(2 * people.length);
  expect(await simulator.control.webhooks()).toMatchObject({ givenUp: 0 });
});

test("a webhook that is under way as the stop begins is taken, and its connection does not hold up the stop", async ({
  world,
}) => {
  const { server } = world;
  const { phoneNumberId } = businessNumber;
  await server.api.goLive(echoFlow());

  const webhook = await server.webhooks.begin(textWebhook({ phoneNumberId, from: "31612345678", text: "hello" }));
  expect(await server.api.status()).toMatchObject({ eventsTaken: 0 });
  const stopped = server.stop();
  await expect.poll(server.output).toContain("stopping");
  expect(await webhook.finish()).toBe(200);
  expect(await stopped).toEqual({ code: 0, signal: null });
  webhook.close();

  await server.start();
  expect(await server.api.conversations()).toHaveLength(1);
});

test("a request that never ends does not keep a stop from ending cleanly", async ({ world }) => {
  const { server } = world;
  const { phoneNumberId } = businessNumber;
  await server.api.goLive(echoFlow());
  const webhook = await server.webhooks.begin(textWebhook({ phoneNumberId, from: "31612345678", text: "hello" }));

  expect(await server.stop()).toEqual({ code: 0, signal: null });
  webhook.close();
  await server.start();
  expect(await server.api.status()).toMatchObject({ sendsAmbiguous: 0 });
});
