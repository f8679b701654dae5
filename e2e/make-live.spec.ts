import { expect } from "@playwright/test";
import { flowOf, receive, send, test } from "@parley/testing/processes";

const version = (name: string) =>
  flowOf({
    nodes: { n3: send(`${name}: what is your name?`), n4: receive(), n5: send(`${name}: hello $(n4.receive.message)`) },
    edges: ["n3.onSuccess -> n4", "n4.whatsapp.mo -> n5"],
  });

test("a conversation stays on its version while new ones begin on the next", async ({ world }) => {
  const { api } = world.server;
  const early = world.phone("31611111111");
  const late = world.phone("31622222222");

  expect(await api.goLive(version("First"))).toBe(1);
  await early.write("hi");
  await early.expectReply("First: what is your name?");

  expect(await api.goLive(version("Second"))).toBe(2);
  await late.write("hi");
  await late.expectReply("Second: what is your name?");
  await early.write("Ann");
  await early.expectReply("First: hello Ann");
  await late.write("Ben");
  await late.expectReply("Second: hello Ben");

  await expect.poll(world.stories).toMatchObject([
    { waId: early.waId, flowVersion: 1, status: "ended" },
    { waId: late.waId, flowVersion: 2, status: "ended" },
  ]);
});
