import { expect } from "@playwright/test";
import { end, flowOf, receive, send, test } from "@parley/testing/processes";

const asksOnce = flowOf({
  nodes: {
    n3: send("What is your order number?"),
    n4: receive({ timeoutSeconds: 1 }),
    n5: send("We have not heard from you, so we close this conversation."),
    n6: end("incomplete"),
  },
  edges: ["n3.onSuccess -> n4", "n4.onTimeout -> n5", "n5.onSuccess -> n6"],
});

test("who does not answer in time is told so, and the conversation ends", async ({ world }) => {
  await world.server.api.goLive(asksOnce);
  const phone = world.phone();

  await phone.write("hello");
  await phone.expectReply("What is your order number?");
  await phone.expectReply("We have not heard from you, so we close this conversation.");

  await expect
    .poll(world.stories)
    .toMatchObject([
      { status: "ended", result: "incomplete", way: ["n2.onBegin", "n3.onSuccess", "n4.onTimeout", "n5.onSuccess"] },
    ]);
});
