import { expect } from "@playwright/test";
import { branch, end, flowOf, receive, send, test } from "@parley/testing/processes";

const menu = flowOf({
  nodes: {
    n3: send("Hi $(whatsapp.username). Write track or agent."),
    n4: receive(),
    n5: branch("$(n4.receive.message)", { track: "track", agent: "agent" }),
    n6: send("It is on its way."),
    n7: send("An agent will write."),
    n8: send("We do not know $(n4.receive.message)."),
    n9: end("handed over"),
  },
  edges: [
    "n3.onSuccess -> n4",
    "n4.whatsapp.mo -> n5",
    "n5.track -> n6",
    "n5.agent -> n7",
    "n5.noneOfTheAbove -> n8",
    "n7.onSuccess -> n9",
    "n8.onSuccess -> n4",
  ],
});

test("a typed answer chooses the branch, and an unknown one is asked again", async ({ world }) => {
  await world.server.api.goLive(menu);
  const ann = world.phone("31611111111");
  await ann.change({ name: "Ann" });
  const ben = world.phone("31622222222");
  await ben.change({ name: "Ben" });

  await ann.write("hello");
  await ann.expectReply("Hi Ann. Write track or agent.");
  await ben.write("hello");
  await ben.expectReply("Hi Ben. Write track or agent.");

  await ann.write("Track");
  await ann.expectReply("It is on its way.");
  await ben.write("what?");
  await ben.expectReply("We do not know what?.");
  await ben.write("AGENT");
  await ben.expectReply("An agent will write.");

  await expect.poll(world.stories).toMatchObject([
    {
      waId: ann.waId,
      result: "success",
      way: ["n2.onBegin", "n3.onSuccess", "n4.whatsapp.mo", "n5.track", "n6.onSuccess"],
    },
    { waId: ben.waId, result: "handed over" },
  ]);
});
