import { expect } from "@playwright/test";
import { flowOf, receive, send, test } from "@parley/testing/processes";

const greetsFirst = flowOf({
  nodes: {
    n3: send("Welcome. What is your name?", { waitFor: "delivery", timeoutSeconds: 60 }),
    n4: receive({ timeoutSeconds: 60 }),
    n5: send("Hello $(n4.receive.message)."),
  },
  edges: ["n3.onDeliveryReportSuccess -> n4", "n4.whatsapp.mo -> n5"],
});

test("a message that comes while the greeting waits for its receipt is the answer to it", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(greetsFirst);
  const phone = world.phone();
  await phone.change({ isOffline: true });

  await phone.write("hi");
  await phone.expectReply("Welcome. What is your name?");
  await phone.write("Ann");
  await expect
    .poll(async () => {
      const [conversation] = await api.conversations();
      return conversation && (await api.conversation(conversation.id)).deferred;
    })
    .toBe(1);

  await phone.change({ isOffline: false });
  await phone.expectReply("Hello Ann.");
  await expect
    .poll(world.stories)
    .toMatchObject([
      { status: "ended", way: ["n2.onBegin", "n3.onDeliveryReportSuccess", "n4.whatsapp.mo", "n5.onSuccess"] },
    ]);
});
