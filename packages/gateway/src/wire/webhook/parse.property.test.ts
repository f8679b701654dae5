import type { Json } from "@parley/messaging";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GatewayUpdate } from "../../gateway.ts";
import inboundMessages from "./fixtures/inbound-messages.json" with { type: "json" };
import mixedPost from "./fixtures/mixed-post.json" with { type: "json" };
import { parseWebhook } from "./parse.ts";

const json = fc.jsonValue() as fc.Arbitrary<Json>;
const object = "whatsapp_business_account";
const metadata = { phone_number_id: "106540352242922" };

const message = fc
  .tuple(fc.constantFrom(...Object.values(inboundMessages)), json)
  .map(([known, junk]): Json => ({ ...(known as { [name: string]: Json }), junk }));
const status = fc.record({
  id: fc.string({ minLength: 1 }),
  status: fc.constantFrom("sent", "delivered", "read", "played", "failed", "deleted"),
  timestamp: fc.oneof(fc.nat(), fc.nat().map(String)),
  errors: json,
});
const value = fc.record({
  metadata: fc.constant(metadata),
  messages: fc.array(fc.oneof(message, json), { minLength: 1, maxLength: 30 }),
  statuses: fc.array(fc.oneof(status, json), { maxLength: 30 }),
  contacts: json,
});
const change = value.map((value) => ({ field: "messages", value }));
const entries = fc.array(fc.record({ changes: fc.array(change, { maxLength: 4 }) }), { maxLength: 4 });

/** What tells from which part an update was read: the part itself, but for receipts, which have only its id. */
function sourceOf(update: GatewayUpdate): unknown {
  if (update.type === "message") return update.message.payload;
  if (update.type === "receipt") return update.receipt.messageId;
  return update.type === "ignored" ? update.payload : undefined;
}

function markOf(update: GatewayUpdate, part: unknown): unknown {
  return update.type === "receipt" ? (part as { id?: unknown }).id : part;
}

const updateTypes: GatewayUpdate["type"][] = ["message", "receipt", "template-status", "consent", "ignored"];

describe("reading a webhook", () => {
  test("never throws on any JSON value", () => {
    fc.assert(
      fc.property(json, (body) => {
        expect(parseWebhook(body).updates).toHaveLength(1);
      }),
    );
  });

  test("never throws with any JSON value at any place of a real one", () => {
    const places = placesOf(mixedPost);
    expect(places.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...places), json, (place, junk) => {
        const { updates } = parseWebhook(withValueAt(mixedPost, place, junk));
        for (const update of updates) expect(updateTypes).toContain(update.type);
      }),
      { numRuns: 1000 },
    );
  });

  test("reads N updates as N updates, in their order, over any number of entries and changes", () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const values = entry.flatMap(({ changes }) => changes.map(({ value }) => value));
        const parts: unknown[] = values.flatMap(({ messages, statuses }) => [...messages, ...statuses]);
        const { updates } = parseWebhook({ object, entry } as Json);
        expect(updates).toHaveLength(parts.length);
        for (const [index, update] of updates.entries()) expect(sourceOf(update)).toBe(markOf(update, parts[index]));
      }),
    );
  });

  test("reads more than 1,000 updates of one POST", () => {
    const messages = Array.from({ length: 1500 }, (_, index) => ({ ...inboundMessages.text, id: `wamid.${index}` }));
    const { updates } = parseWebhook({
      object,
      entry: [{ changes: [{ field: "messages", value: { metadata, messages } }] }],
    });
    expect(updates.filter(({ type }) => type === "message")).toHaveLength(1500);
  });
});

type Place = readonly (string | number)[];

/** Every place in a JSON value, the value itself included. */
function placesOf(json: Json): Place[] {
  if (typeof json !== "object" || json === null) return [[]];
  const fields: [string | number, Json][] = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  return [[], ...fields.flatMap(([key, part]) => placesOf(part).map((place) => [key, ...place]))];
}

function withValueAt(json: Json, place: Place, value: Json): Json {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  if (Array.isArray(json))
    return json.map((part: Json, index) => (index === key ? withValueAt(part, rest, value) : part));
  const fields = json as { [name: string]: Json };
  return { ...fields, [key]: withValueAt(fields[key] ?? null, rest, value) };
}
