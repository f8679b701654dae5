import { expect } from "@playwright/test";
import { end, flowOf, send, test } from "@parley/testing/processes";

const waitsForDelivery = flowOf({
  nodes: {
    n3: send("Are you there?", { waitFor: "delivery", timeoutSeconds: 60 }),
    n4: end("unreachable"),
  },
  edges: ["n3.onDeliveryReportFail -> n4"],
});

test("a message that fails on its way leaves by onDeliveryReportFail, with the provider's code", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(waitsForDelivery);
  const phone = world.phone();
  await phone.change({ failsWith: 131026 });

  await phone.write("hello");

  await expect
    .poll(world.stories)
    .toMatchObject([{ status: "ended", result: "unreachable", way: ["n2.onBegin", "n3.onDeliveryReportFail"] }]);
  const [story] = await world.stories();
  expect(await api.conversation(story?.id ?? "")).toMatchObject({
    sends: { n3: { status: "failed", errorCode: 131026, code: "7871" } },
  });
});
