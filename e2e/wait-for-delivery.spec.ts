import { expect } from "@playwright/test";
import { flowOf, send, test } from "@parley/testing/processes";

const confirmsDelivery = flowOf({
  nodes: {
    n3: send("Your code is 1234.", { waitFor: "delivery", timeoutSeconds: 60 }),
    n4: send("Your phone has it now."),
  },
  edges: ["n3.onDeliveryReportSuccess -> n4"],
});

test("a flow that waits for delivery goes on when the phone is back online", async ({ world }) => {
  await world.server.api.goLive(confirmsDelivery);
  const phone = world.phone();
  await phone.change({ isOffline: true });

  await phone.write("hello");
  await phone.expectReply("Your code is 1234.");
  await expect.poll(world.stories).toMatchObject([{ status: "live", way: ["n2.onBegin"] }]);

  await phone.change({ isOffline: false });
  await phone.expectReply("Your phone has it now.");
  await expect
    .poll(world.stories)
    .toMatchObject([{ status: "ended", way: ["n2.onBegin", "n3.onDeliveryReportSuccess", "n4.onSuccess"] }]);
});
