import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { businessNumber, end, flowOf, send, test, textWebhook } from "@parley/testing/processes";

const outageMs = 10_000;

const answersWithinFiveSeconds = flowOf({
  nodes: {
    n3: send("You wrote: $(whatsapp.message)", { expiry: { type: "seconds", seconds: 5 } }),
    n4: end("too late"),
  },
  edges: ["n3.onPolicyFail -> n4"],
});

test("a message that expires while the gateway is down is never sent", async ({ world }) => {
  const { server, simulator } = world;
  const { phoneNumberId } = businessNumber;
  await server.api.goLive(answersWithinFiveSeconds);
  const phone = world.phone();

  await simulator.stop();
  const backAt = Date.now() + outageMs;
  const { waId } = phone;
  expect(await server.webhooks.post(textWebhook({ phoneNumberId, from: waId, text: "lost" }))).toBe(200);

  const outcome = [{ waId, result: "too late", way: ["n2.onBegin", "n3.onPolicyFail"] }];
  await expect.poll(world.stories).toMatchObject(outcome);
  expect(await server.api.status()).toMatchObject({ sendsQueued: 0, sendsInFlight: 0 });

  // The outage goes on for its ten seconds, in which every back-off of the five seconds before has passed.
  await sleep(backAt - Date.now());
  await simulator.start();
  await phone.write("found");
  await phone.expectReply("You wrote: found");
  expect(await phone.replies()).toEqual(["You wrote: found"]);
  expect(await simulator.control.counters()).toMatchObject({ accepted: 1, refused: 0 });
});
