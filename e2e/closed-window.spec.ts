import { expect } from "@playwright/test";
import { businessNumber, end, flowOf, receive, send, test, textWebhook } from "@parley/testing/processes";

const hourMs = 60 * 60 * 1000;

const keepsAnswering = flowOf({
  nodes: {
    n3: send("You wrote: $(whatsapp.message)"),
    n4: receive(),
    n5: end("window closed"),
  },
  edges: ["n3.onSuccess -> n4", "n3.onPolicyFail -> n5", "n4.whatsapp.mo -> n3"],
});

test("a message that is 25 hours old is not answered, and the gateway is not even asked", async ({ world }) => {
  const { server, simulator } = world;
  await server.api.goLive(keepsAnswering);

  await world.phone().write("from yesterday", { sentAt: Date.now() - 25 * hourMs });

  await expect.poll(world.stories).toMatchObject([
    {
      result: "window closed",
      way: ["n2.onBegin", "n3.onPolicyFail"],
      failures: [expect.stringContaining("The 24-hour session window is closed")],
    },
  ]);
  expect(await simulator.control.counters()).toMatchObject({ accepted: 0, refused: 0 });
});

test("the provider's word that the window is closed counts, even if we think it is open", async ({ world }) => {
  const { server, simulator } = world;
  const { phoneNumberId } = businessNumber;
  await server.api.goLive(keepsAnswering);
  const phone = world.phone();
  await phone.write("hello");
  await phone.expectReply("You wrote: hello");

  // A day and an hour later in WhatsApp's world a message comes of which it knows nothing.
  await simulator.control.advanceClock(25 * hourMs);
  await server.webhooks.post(textWebhook({ phoneNumberId, from: phone.waId, text: "again" }));

  await expect.poll(world.stories).toMatchObject([
    {
      result: "window closed",
      way: ["n2.onBegin", "n3.onSuccess", "n4.whatsapp.mo", "n3.onPolicyFail"],
      failures: [expect.stringContaining("131047")],
    },
  ]);
  expect(await simulator.control.counters()).toMatchObject({ accepted: 1, refused: 1 });
  expect(await phone.replies()).toEqual(["You wrote: hello"]);
});
