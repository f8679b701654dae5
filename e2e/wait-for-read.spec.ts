import { expect } from "@playwright/test";
import { flowOf, send, test, waitFor } from "@parley/testing/processes";

const followsReading = flowOf({
  nodes: {
    n3: send("Please read this."),
    n4: waitFor("n3", "read", 60),
    n5: send("Thank you for reading.", { waitFor: "read", timeoutSeconds: 60 }),
  },
  edges: ["n3.onSuccess -> n4", "n4.onRead -> n5"],
});

test("a flow goes on when its message was read, whether the send waits or a later node", async ({ world }) => {
  await world.server.api.goLive(followsReading);
  const phone = world.phone();

  await phone.write("hello");
  await phone.expectReply("Please read this.");
  await phone.expectReply("Thank you for reading.");

  await expect
    .poll(world.stories)
    .toMatchObject([{ status: "ended", way: ["n2.onBegin", "n3.onSuccess", "n4.onRead", "n5.onRead"] }]);
});
