import { changeContact, createContact, deleteContact, getContact, listContacts, recordOptIn } from "@parley/api";
import { expect } from "@playwright/test";
import { echoFlow, test } from "@parley/testing/processes";

test("who writes becomes a contact, with a window, consent and conversations on the app", async ({ world }) => {
  const { api } = world.server;
  await api.goLive(echoFlow());
  const phone = world.phone();
  await phone.change({ name: "Ann Example" });
  await phone.write("hello");
  await phone.expectReply("You wrote: hello");

  const { contacts } = await api.ask(listContacts, { query: { text: "ann ex" } });
  expect(contacts).toMatchObject([{ waId: phone.waId, name: "Ann Example" }]);
  const params = { contactId: contacts[0]?.id ?? "" };
  const [thread] = (await api.ask(getContact, { params })).threads;
  expect(thread).toMatchObject({ appId: "default", liveConversations: [{ flowId: "echo" }] });
  expect((thread?.windowClosesAt ?? 0) - (thread?.lastInboundAt ?? 0)).toBe(24 * 60 * 60 * 1000);
  expect(thread?.optIn).toBeUndefined();

  const consented = await api.ask(recordOptIn, {
    params,
    body: { appId: "default", status: "opted-in", evidence: "https://example.com/form/17" },
  });
  expect(consented.threads[0]?.optIn).toMatchObject({
    status: "opted-in",
    source: "api",
    evidence: "https://example.com/form/17",
  });
  const future = { appId: "default", status: "opted-in", at: Date.now() + 3_600_000 } as const;
  expect(await api.answer(recordOptIn, { params, body: future })).toMatchObject({
    ...{ status: 400, body: { error: { message: /future/ } } },
  });
  await phone.write("Stop!");
  await phone.expectReply("You wrote: Stop!");
  const stopped = (await api.ask(getContact, { params })).threads[0]?.optIn;
  expect(stopped).toMatchObject({ status: "opted-out", source: "message", evidence: expect.stringContaining("Stop!") });
});

test("contacts are made, searched page by page, changed, told apart and forgotten", async ({ world }) => {
  const { api } = world.server;
  for (let index = 0; index < 5; index += 1)
    await api.ask(createContact, {
      body: { waId: `3161000000${index}`, name: `Person ${index}`, fields: { city: "Delft" } },
    });
  const first = await api.ask(listContacts, { query: { text: "person", limit: 3 } });
  const rest = await api.ask(listContacts, { query: { text: "person", limit: 3, cursor: first.next ?? "" } });
  expect([first.contacts.length, rest.contacts.length, rest.next]).toEqual([3, 2, undefined]);
  expect(new Set([...first.contacts, ...rest.contacts].map(({ id }) => id)).size).toBe(5);
  expect(await api.answer(listContacts, { query: { cursor: "nonsense" } })).toMatchObject({ status: 400 });

  const [one, two] = first.contacts;
  const params = { contactId: one?.id ?? "" };
  const changed = await api.ask(changeContact, {
    params,
    body: { customerId: "C-1", name: null, fields: { city: null, plan: "gold" } },
  });
  expect(changed).toMatchObject({ customerId: "C-1", fields: { plan: "gold" } });
  expect(changed.name).toBeUndefined();
  const taken = await api.answer(changeContact, { params: { contactId: two?.id ?? "" }, body: { customerId: "C-1" } });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
  expect(await api.answer(changeContact, { params, body: { customerId: null, waId: null } })).toMatchObject({
    status: 400,
  });
  const many = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`field_${from + index}`, "x"]));
  await api.ask(changeContact, { params, body: { fields: many(0, 99) } });
  const full = await api.answer(changeContact, { params, body: { fields: many(99, 1) } });
  expect(full).toMatchObject({ status: 400, body: { error: { message: /at most 100/ } } });
  expect(await api.answer(changeContact, { params, body: { fields: { "a b": "x" } } })).toMatchObject({
    ...{ status: 400, body: { error: { message: /letters, digits and _/ } } },
  });
  await api.ask(deleteContact, { params });
  expect(await api.answer(getContact, { params })).toMatchObject({ status: 404 });
});
