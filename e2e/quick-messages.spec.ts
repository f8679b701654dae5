import { expect } from "@playwright/test";
import { echoFlow, test } from "@parley/testing/processes";

test("two messages in quick succession are answered in their order", async ({ world }) => {
  await world.server.api.goLive(echoFlow());
  const phone = world.phone();

  await phone.write("first");
  await phone.write("second");

  await phone.expectReply("You wrote: first");
  await phone.expectReply("You wrote: second");
  await expect.poll(world.stories).toHaveLength(1);
});

test("two messages in one webhook are answered in their order", async ({ world }) => {
  const { server, simulator } = world;
  await server.api.goLive(echoFlow());
  const phone = world.phone();

  await simulator.control.setFaults({ batch: { size: 2, holdMs: 60_000, count: 1 } });
  await phone.write("first");
  await phone.write("second");

  await phone.expectReply("You wrote: first");
  await phone.expectReply("You wrote: second");
  await expect.poll(world.stories).toHaveLength(1);
});
