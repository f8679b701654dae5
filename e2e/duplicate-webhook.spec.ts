import { expect } from "@playwright/test";
import { echoFlow, test } from "@parley/testing/processes";

test("a webhook that comes six times is answered once", async ({ world }) => {
  const { server, simulator } = world;
  await server.api.goLive(echoFlow());
  const phone = world.phone();

  await simulator.control.setFaults({ webhookDuplicates: { extra: 5, count: 1 } });
  await phone.write("once");
  await phone.expectReply("You wrote: once");
  await phone.write("twice");
  await phone.expectReply("You wrote: twice");

  expect(await phone.replies()).toEqual(["You wrote: once", "You wrote: twice"]);
  expect((await simulator.control.counters()).faults).toEqual({ webhookDuplicates: 1 });
  await expect
    .poll(world.stories)
    .toMatchObject([{ way: ["n2.onBegin", "n3.onSuccess", "n4.whatsapp.mo", "n3.onSuccess"] }]);
});
