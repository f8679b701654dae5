import type { ProfileTask, TaskAnswer } from "@parley/flow";
import { type Clock, identitiesOf, type JsonObject, messagingLimits } from "@parley/messaging";
import type { ContactRow, Store } from "@parley/store";
import { hostLimits } from "./limits.ts";

/** Reads and changes what is known of contacts, for nodes (Profile node page). */
export type Profiles = {
  /** Does a task. Its key names a contact that it makes, so that it makes one. Rejects with `StoreError` where the store fails. */
  readonly perform: (task: ProfileTask, key: string) => Promise<TaskAnswer>;
};

/** Makes profiles over a store. One task is done after another, so that no change is lost to another one's. */
export function createProfiles({ store, clock }: { readonly store: Store; readonly clock: Clock }): Profiles {
  let last: Promise<unknown> = Promise.resolve();
  return {
    perform: (task, key) => {
      const next = last.then(() => perform(task, { key, store, now: clock.now() }));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

type Tools = { readonly key: string; readonly store: Store; readonly now: number };

async function perform(task: ProfileTask, tools: Tools): Promise<TaskAnswer> {
  switch (task.action) {
    case "fetch":
      return { type: "done", values: valuesOf(await find(task, tools)) };
    case "set":
      return set(task, tools);
    case "delete": {
      const known = await find(task, tools);
      if (known !== undefined) await tools.store.contacts.remove(known.id);
      return { type: "done", values: valuesOf(undefined) };
    }
  }
}

async function find({ contact }: ProfileTask, { store }: Tools): Promise<ContactRow | undefined> {
  for (const identity of identitiesOfPerson(contact)) {
    const found = await store.contacts.find(identity);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function set(task: ProfileTask, tools: Tools): Promise<TaskAnswer> {
  const { store } = tools;
  for (let attempts = 0; attempts < hostLimits.profileAttempts; attempts += 1) {
    const known = (await find(task, tools)) ?? newContact(task, tools);
    if (known === undefined) return failed(`No contact has the customer id ${show(task.contact.customerId)}.`);
    const next = changed(known, task, tools.now);
    const problem = problemOf(next);
    if (problem !== undefined) return failed(problem);
    if ((await store.contacts.save(next)) === "saved") return { type: "done", values: valuesOf(next) };
    const owner = next.customerId === undefined ? undefined : await store.contacts.find(`cu:${next.customerId}`);
    if (owner !== undefined && owner.id !== next.id)
      return failed(`Another contact has the customer id ${show(next.customerId)}.`);
    // Whoever wrote meanwhile has the number or the user id: now the record is found.
  }
  return failed("The contact's number or user id was given to others meanwhile.");
}

/** Undefined where it would have neither a number nor a user id. */
function newContact({ contact: { waId, bsuid } }: ProfileTask, { key, now }: Tools): ContactRow | undefined {
  if (waId === undefined && bsuid === undefined) return undefined;
  return { id: key, waId, bsuid, fields: {}, createdAt: now, updatedAt: now };
}

function changed(known: ContactRow, { fields }: ProfileTask, now: number): ContactRow {
  const { name = known.name, customerId = known.customerId, ...others } = fields;
  const kept = Object.entries({ ...known.fields, ...others }).filter(([, value]) => value !== null);
  const own = { name: name ?? undefined, customerId: customerId ?? undefined };
  return { ...known, ...own, fields: Object.fromEntries(kept), updatedAt: Math.max(known.updatedAt, now) };
}

function problemOf(contact: ContactRow): string | undefined {
  const { customerIdLength, contactNameLength, contactFields, contactFieldLength } = messagingLimits;
  const { customerId = "", name = "", fields } = contact;
  if (identitiesOfPerson(contact).length === 0) return "A contact must keep a number, a user id or a customer id.";
  if (customerId.length > customerIdLength) return tooLong("customerId", customerId, customerIdLength);
  if (name.length > contactNameLength) return tooLong("name", name, contactNameLength);
  const count = Object.keys(fields).length;
  if (count > contactFields) return `The profile would have ${count} fields; at most ${contactFields} are allowed.`;
  for (const [field, value] of Object.entries(fields))
    if (typeof value === "string" && value.length > contactFieldLength)
      return tooLong(field, value, contactFieldLength);
  return undefined;
}

function tooLong(field: string, { length }: string, most: number): string {
  return `The value of ${field} is ${length} characters long; at most ${most} are allowed.`;
}

/** What is put out: the contact's own facts go before fields of their names. */
function valuesOf(contact: ContactRow | undefined): JsonObject {
  if (contact === undefined) return { exists: false };
  const { fields, name, customerId } = contact;
  return {
    ...fields,
    ...(name === undefined ? {} : { name }),
    ...(customerId === undefined ? {} : { customerId }),
    exists: true,
  };
}

type Person = Pick<ContactRow, "waId" | "bsuid" | "customerId">;

function identitiesOfPerson({ customerId, ...contact }: Person): string[] {
  const { waId, bsuid } = contact;
  return [...identitiesOf({ waId, bsuid }), ...(customerId === undefined ? [] : [`cu:${customerId}`])];
}

function failed(reason: string): TaskAnswer {
  return { type: "failed", reason };
}

function show(text: string | undefined): string {
  return JSON.stringify(text ?? "");
}
