import { expect } from "@playwright/test";
import { end, flowOf, send, test } from "@parley/testing/processes";

const waitsForReading = flowOf({
  nodes: {
    n3: send("Please read this.", { waitFor: "read", timeoutSeconds: 1 }),
    n4: send("Perhaps you have not seen our message."),
    n5: end("unseen"),
  },
  edges: ["n3.onTimeout -> n4", "n4.onSuccess -> n5"],
});

test("with read receipts off, waiting for reading ends by its timeout", async ({ world }) => {
  await world.server.api.goLive(waitsForReading);
  const phone = world.phone();
  await phone.change({ hasReadReceipts: false });

  await phone.write("hello");
  await phone.expectReply("Please read this.");
  await phone.expectReply("Perhaps you have not seen our message.");

  await expect
    .poll(world.stories)
    .toMatchObject([{ result: "unseen", way: ["n2.onBegin", "n3.onTimeout", "n4.onSuccess"] }]);
});
