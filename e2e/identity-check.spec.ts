import { expect } from "@playwright/test";
import { flowOf, receive, send, test } from "@parley/testing/processes";

test("a message to somebody who may be another person by now is refused, and says so", async ({ world }) => {
  const { api } = world.server;
  await api.goLive({
    ...flowOf({
      id: "secrets",
      nodes: {
        n3: send("Hello"),
        n4: receive({ timeoutSeconds: 60 }),
        n5: send("Your code is 1234", { identityKeyHash: "$(n2.whatsapp.identityHash)" }),
      },
      edges: ["n3.onSuccess -> n4", "n4.whatsapp.mo -> n5"],
    }),
  });
  const phone = world.phone();
  await phone.write("hello");
  await phone.expectReply("Hello");
  await phone.write("my code?");
  await phone.expectReply("Your code is 1234");

  await phone.write("hello again");
  await phone.expectReply("Hello");
  await phone.changeDevice();
  await phone.write("my code?");
  await expect.poll(async () => (await world.stories())[1]?.status).toBe("ended");
  const [, second] = await world.stories();
  expect(second?.way.at(-1)).toMatch(/^n5\.on(PolicyFail|Error)$/);
  expect(second?.failures[0]).toMatch(/[Ii]dentity/);
  expect(await phone.replies()).toHaveLength(3);
});
