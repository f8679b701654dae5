import { getConversation } from "@parley/api";
import { expect } from "@playwright/test";
import { type NodeSketch, flowOf, send, test } from "@parley/testing/processes";

const whatsapp = (message: object): NodeSketch => ({ type: "whatsapp", config: { message } });
const hears = (...types: string[]): NodeSketch => ({
  type: "receive",
  config: { events: types.map((type) => ({ type })), timeoutSeconds: 600 },
});

const shop = flowOf({
  id: "shop",
  nodes: {
    n3: whatsapp({
      type: "reply-buttons",
      header: { type: "text", text: "Juniper Books" },
      body: "Hello $(whatsapp.username), what may it be?",
      footer: "Open till six",
      buttons: [
        { id: "order", title: "My order" },
        { id: "shops", title: "Our shops" },
      ],
    }),
    n4: hears("whatsapp.reply", "whatsapp.mo"),
    n5: whatsapp({
      type: "list",
      header: "",
      body: "Which shop?",
      footer: "",
      button: "Shops",
      sections: [
        { title: "North", rows: [{ id: "s1", title: "Canal", description: "Canal 1" }] },
        { title: "South", rows: [{ id: "s2", title: "Market", description: "Market 7" }] },
      ],
    }),
    n6: hears("whatsapp.list"),
    n7: send(
      "You chose $(n6.whatsapp.listRowIdentifier) $(n6.receive.message) after $(n4.whatsapp.replyButtonIdentifier).",
    ),
    n8: send("Please press a button."),
  },
  edges: [
    "n3.onSuccess -> n4",
    "n4.whatsapp.reply -> n5",
    "n4.whatsapp.mo -> n8",
    "n8.onSuccess -> n4",
    "n5.onSuccess -> n6",
    "n6.whatsapp.list -> n7",
  ],
});

test("a person presses a button and chooses a row, and each comes back with its identifier", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(shop);
  const phone = world.phone();
  await phone.change({ name: "Ann" });
  await phone.write("hello");
  await phone.expectReply("Hello Ann, what may it be?");
  expect(await phone.choices()).toEqual(["My order", "Our shops"]);
  await phone.write("shops please");
  await phone.expectReply("Please press a button.");
  await phone.press("Our shops");
  await phone.expectReply("Which shop?");
  await phone.choose("Market");
  await phone.expectReply("You chose s2 Market after shops.");
  await expect.poll(world.stories).toMatchObject([{ status: "ended", result: "success" }]);
});

test("a button pressed long after the conversation has moved on is kept with its message, and answers it", async ({
  world,
}) => {
  const { api } = world.server;
  await api.goLive(shop);
  const phone = world.phone();
  await phone.write("hello");
  await phone.press("Our shops");
  await expect.poll(async () => (await world.stories())[0]?.way.at(-1)).toBe("n5.onSuccess");
  // The first message again, while the list is waited for.
  await phone.press("My order");
  const [story] = await world.stories();
  const params = { conversationId: story?.id ?? "" };
  await expect
    .poll(async () => JSON.stringify((await api.ask(getConversation, { params })).sends))
    .toContain('"title":"My order"');
  await phone.choose("Canal");
  await expect.poll(world.stories).toMatchObject([{ status: "ended" }]);
});
