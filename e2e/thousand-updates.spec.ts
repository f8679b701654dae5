import { expect } from "@playwright/test";
import { businessNumber, flowOf, send, test } from "@parley/testing/processes";

const count = 1_000;

test.use({
  serverEnv: { PARLEY_MESSAGES_PER_SECOND: "1000" },
  simulatorOptions: { messagesPerSecond: 10_000 },
});

test("a thousand people whose messages come in one webhook are each answered once", async ({ world }) => {
  const { server, simulator } = world;
  const { phoneNumberId } = businessNumber;
  const { control } = simulator;
  await server.api.goLive(flowOf({ nodes: { n3: send("You wrote: $(whatsapp.message)") } }));

  await control.setFaults({
    batch: { size: count, holdMs: 60_000, count: 1 },
    dropStatuses: { statuses: ["sent", "delivered", "read"] },
  });
  const people = Array.from({ length: count }, (_, index) => String(31_600_000_000 + index));
  for (const waId of people)
    await control.write(waId, { phoneNumberId, content: { type: "text", text: `I am ${waId}` } });

  await expect.poll(async () => (await control.sends()).length).toBe(count);
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 0, sendsInFlight: 0, sendsAmbiguous: 0 });
  const sends = await control.sends();
  expect(new Map(sends.map(({ to, text }) => [to, text]))).toEqual(
    new Map(people.map((waId) => [waId, `You wrote: I am ${waId}`])),
  );
  expect(sends).toHaveLength(count);
  expect(await control.webhooks()).toMatchObject({ posted: 1, acknowledged: 1 });

  const conversations = await server.api.conversations();
  expect(conversations).toHaveLength(count);
  expect(new Set(conversations.map(({ status, result }) => `${status} ${result}`))).toEqual(new Set(["ended success"]));
});
