import { createContact, postEvent } from "@parley/api";
import { expect } from "@playwright/test";
import { flowOf, send, test } from "@parley/testing/processes";

const waits = flowOf({
  id: "waits",
  nodes: {
    n3: send("We wait for the payment of $(whatsapp.message)."),
    n4: {
      type: "receive",
      config: {
        events: [
          { type: "custom-event", event: "payment", match: [{ key: "order", value: "$(n2.whatsapp.message)" }] },
          { type: "whatsapp.mo" },
        ],
        timeoutSeconds: 60,
      },
    },
    n5: send("Paid: $(customEvent.amount)."),
    n6: send("You wrote meanwhile."),
  },
  edges: ["n3.onSuccess -> n4", "n4.payment -> n5", "n4.whatsapp.mo -> n6"],
});

test("an event resumes the conversation whose key has its value, and no other", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(waits);
  const [ann, bob] = [world.phone("31611111111"), world.phone("31622222222")];
  await ann.write("A-1");
  await bob.write("B-2");
  await ann.expectReply("We wait for the payment of A-1.");
  await bob.expectReply("We wait for the payment of B-2.");
  await expect
    .poll(async () => (await world.stories()).map(({ way }) => way.at(-1)))
    .toEqual(["n3.onSuccess", "n3.onSuccess"]);

  const tell = (order: string, id: string) =>
    api.ask(postEvent, { body: { event: "payment", id, parameters: { order, amount: "12.50" } } });
  expect(await tell("C-3", "pay-0")).toMatchObject({ code: "1002", started: 0, resumed: 0 });
  expect(await tell("B-2", "pay-1")).toMatchObject({ code: "1002", id: "pay-1", started: 0, resumed: 1 });
  await bob.expectReply("Paid: 12.50.");
  expect(await tell("B-2", "pay-1")).toMatchObject({ resumed: 0 });
  await ann.write("are you there?");
  await ann.expectReply("You wrote meanwhile.");
  const deep = JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`) as [];
  expect(await api.answer(postEvent, { body: { event: "payment", parameters: { order: "A-1", deep } } })).toMatchObject(
    { status: 400, body: { error: { message: /nested too deep/ } } },
  );
  // Who no longer waits is not woken.
  expect(await tell("A-1", "pay-2")).toMatchObject({ resumed: 0 });
});

test("an event starts a flow with the contact whom a customer id names", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(
    flowOf({
      id: "reminder",
      trigger: {
        type: "custom-event",
        event: "reminder",
        contactType: "customerId",
        contact: "$(customEvent.customer)",
      },
      nodes: { n3: send("Do not forget: $(customEvent.what)") },
    }),
  );
  const tell = () =>
    api.answer(postEvent, { body: { event: "reminder", parameters: { customer: "C-42", what: "the dentist" } } });
  expect(await tell()).toMatchObject({ status: 400, body: { error: { message: /C-42/ } } });

  await api.ask(createContact, { body: { customerId: "C-42", waId: "31612345678", name: "Ann" } });
  await world.phone().write("hello");
  await expect.poll(async () => (await api.status()).eventsTaken).toBeGreaterThan(0);
  expect(await tell()).toMatchObject({ status: 200, body: { started: 1 } });
  await world.phone().expectReply("Do not forget: the dentist");
});
