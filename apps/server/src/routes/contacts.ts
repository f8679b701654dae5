import { randomBytes } from "node:crypto";
import {
  changeContact,
  type ContactThread,
  type ContactView,
  createContact,
  deleteContact,
  getContact,
  listContacts,
  recordOptIn,
  tooManyContactFields,
} from "@parley/api";
import type { Host } from "@parley/host";
import { freeEntryPointClosesAt, identitiesOf, messagingLimits, sessionWindowClosesAt } from "@parley/messaging";
import type { ContactRow, Store, Thread } from "@parley/store";
import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import type { Connections } from "../connections.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";
import { findApp } from "./apps.ts";

type ContactParts = { readonly store: Store; readonly host: Host; readonly connections: Connections };

/** Contacts: who they are, what is known of them, and how they stand on each app. */
export function contactRoutes(app: FastifyInstance, { store, host, connections }: ContactParts): void {
  const { contacts } = store;
  const detail = async (contact: ContactRow) => ({ ...viewOf(contact), threads: await threadsOf(store, contact) });
  const save = async (contact: ContactRow): Promise<void> => {
    if ((await contacts.save(contact)) === "taken")
      throw new RequestError("conflict", "Another contact has this number, user id or customer id.");
  };

  registerRoute(app, listContacts, async ({ query: { text, cursor, limit } }) => {
    const before = cursor === undefined ? undefined : readCursor(cursor);
    const found = await contacts.search({ text, before, limit });
    const last = found.length < limit ? undefined : found.at(-1);
    return { contacts: found.map(viewOf), ...(last === undefined ? {} : { next: cursorOf(last) }) };
  });

  registerRoute(app, getContact, async ({ params: { contactId } }) => detail(await find(store, contactId)));

  registerRoute(app, createContact, async ({ body: { fields = {}, ...given } }) => {
    const at = Date.now();
    const contact = { id: randomBytes(10).toString("hex"), ...given, fields, createdAt: at, updatedAt: at };
    await save(contact);
    return detail(contact);
  });

  registerRoute(app, changeContact, async ({ params: { contactId }, body }) => {
    const next = changed(await find(store, contactId), body);
    await save(next);
    return detail(next);
  });

  registerRoute(app, deleteContact, async ({ params: { contactId } }) => {
    await find(store, contactId);
    await contacts.remove(contactId);
    return {};
  });

  registerRoute(app, recordOptIn, async ({ params: { contactId }, body, request }) => {
    const contact = await find(store, contactId);
    const { appId, status, evidence } = body;
    const at = momentOf(body.at, Date.now());
    findApp(connections, appId);
    if (contact.waId === undefined && contact.bsuid === undefined)
      throw new RequestError(
        "conflict",
        "The contact has neither a number nor a user id on WhatsApp; give it one first.",
      );
    // A browser is signed in by a cookie or needs none; what comes with a token is a program.
    const source =
      request.headers.authorization === undefined && request.headers.origin !== undefined ? "designer" : "api";
    const { waId, bsuid } = contact;
    await host.deliver([{ type: "opt-in", appId, contact: { waId, bsuid }, optIn: { status, at, source, evidence } }]);
    return detail(contact);
  });
}

type Change = z.output<(typeof changeContact)["body"]>;

/** A contact with what a person changed. Throws `RequestError` when that may not be. */
function changed(known: ContactRow, { fields = {}, ...given }: Change): ContactRow {
  const next = {
    ...known,
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value ?? undefined]])),
    ),
    fields: Object.fromEntries(Object.entries({ ...known.fields, ...fields }).filter(([, value]) => value !== null)),
    updatedAt: Date.now(),
  };
  if ([next.waId, next.bsuid, next.customerId].every((one) => one === undefined))
    throw new RequestError("invalid-input", "A contact must keep a number, a user id or a customer id.");
  // Fewer than before is allowed, so that a profile which has too many can be made smaller.
  const most = Math.max(messagingLimits.contactFields, Object.keys(known.fields).length);
  if (Object.keys(next.fields).length > most)
    throw new RequestError("invalid-input", `The profile ${tooManyContactFields}.`);
  return next;
}

/** When a contact gave its word. Throws `RequestError` when that is still to come: the later word counts, and would stand against every STOP until then. */
function momentOf(at: number | undefined, now: number): number {
  if (at === undefined || at <= now) return at ?? now;
  if (at <= now + serverLimits.clockDifferenceMs) return now;
  throw new RequestError("invalid-input", `at is in the future; it is now ${now}, in milliseconds since 1970.`);
}

async function find({ contacts }: Store, id: string): Promise<ContactRow> {
  const found = await contacts.get(id);
  if (found === undefined) throw new RequestError("not-found", `There is no contact with the id ${id}.`);
  return found;
}

async function threadsOf(store: Store, { waId, bsuid }: ContactRow): Promise<ContactThread[]> {
  const threadIds = await store.contacts.threadsOf(identitiesOf({ waId, bsuid }));
  const nothing = { inboxIds: [], aliases: [], sendKeys: [], messageIds: [], topics: [] };
  const { threads } = await store.load({ ...nothing, threadIds });
  return threads.map(({ thread }) => threadView(thread)).toSorted((left, right) => (left.appId < right.appId ? -1 : 1));
}

function threadView({ id, appId, lastInboundAt, freeEntryPoint, optIn, live }: Thread): ContactThread {
  return {
    threadId: id,
    appId,
    ...(lastInboundAt === undefined ? {} : { lastInboundAt, windowClosesAt: sessionWindowClosesAt(lastInboundAt) }),
    freeEntryPointClosesAt: freeEntryPoint === undefined ? undefined : freeEntryPointClosesAt(freeEntryPoint),
    optIn,
    liveConversations: live.map(({ conversation }) => ({
      id: conversation.id,
      flowId: conversation.flowId,
      flowVersion: conversation.flowVersion,
    })),
  };
}

function viewOf({ fields, ...contact }: ContactRow): ContactView {
  return { ...contact, fields: { ...fields } };
}

function cursorOf({ updatedAt, id }: ContactRow): string {
  return Buffer.from(JSON.stringify([updatedAt, id])).toString("base64url");
}

function readCursor(cursor: string): { readonly updatedAt: number; readonly id: string } {
  try {
    const [updatedAt, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (typeof updatedAt === "number" && typeof id === "string") return { updatedAt, id };
  } catch {
    // Said below.
  }
  throw new RequestError("invalid-input", "cursor is not one that this list gave.");
}
