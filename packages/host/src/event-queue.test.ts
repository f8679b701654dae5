import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EventQueue, type Queued } from "./event-queue.ts";
import type { BatchEvent } from "./host-event.ts";
import { hostLimits } from "./limits.ts";

let order = 0;

function messageFrom(waId: string, appId = "main"): BatchEvent {
  const message = { id: `m${order}`, sentAt: 0, content: { type: "text", text: "x" }, payload: {} } as const;
  return { type: "message", appId, contact: { waId }, message };
}

const suspicion: BatchEvent = { type: "suspect-send", key: "t-1-1", until: 0 };

function queued(event: BatchEvent): Queued {
  return { event, order: (order += 1) };
}

function queueOf(...events: readonly BatchEvent[]): EventQueue<Queued> {
  const queue = new EventQueue<Queued>();
  for (const event of events) queue.add(queued(event));
  return queue;
}

/** Whose events these are: contact and app, or `host`. */
function places(items: readonly Queued[]): string[] {
  return items.map(({ event }) => (event.type === "message" ? `${event.contact.waId} ${event.appId}` : "host"));
}

const times = (count: number, event: BatchEvent): BatchEvent[] => Array.from({ length: count }, () => event);

describe("it is true that a queue of events", () => {
  test("gives events in the order in which they came while they fit into one batch", () => {
    const queue = queueOf(messageFrom("1"), messageFrom("1"), suspicion, messageFrom("2"), messageFrom("1"));
    expect(places(queue.take(5))).toEqual(["1 main", "1 main", "host", "2 main", "1 main"]);
    expect(queue.length).toBe(0);
  });

  test("lets contacts take turns when more wait, and puts the host's own first", () => {
    const queue = queueOf(...times(5, messageFrom("1")), messageFrom("2"), messageFrom("3"), suspicion);
    expect(places(queue.take(4))).toEqual(["1 main", "2 main", "3 main", "host"]);
    expect(places(queue.take(9))).toEqual(times(4, suspicion).map(() => "1 main"));
  });

  test("gives signals a line of their own, and what they begin that of their contact", () => {
    const signal = { type: "webhook", id: "s1", webhookId: "w", body: null } as const;
    const trigger: BatchEvent = { type: "trigger", appId: "main", flowId: "f", contact: { waId: "1" }, signal };
    const optIn = { status: "opted-in", at: 0, source: "api", evidence: "" } as const;
    const consent: BatchEvent = { type: "opt-in", appId: "main", contact: { waId: "1" }, optIn };
    const queue = queueOf(
      ...times(3, { type: "signal", signal }),
      messageFrom("1"),
      trigger,
      consent,
      messageFrom("2"),
    );
    expect(queue.take(5).map(({ event }) => event.type)).toEqual(["signal", "signal", "signal", "message", "message"]);
    expect(queue.take(9).map(({ event }) => event.type)).toEqual(["trigger", "opt-in"]);
  });

  test("lets apps take turns, however many contacts one of them has", () => {
    const crowd = Array.from({ length: 100 }, (_, index) => messageFrom(String(index)));
    const queue = queueOf(...crowd, messageFrom("1", "quiet"), messageFrom("2", "quiet"));
    expect(places(queue.take(4)).filter((place) => place.endsWith("quiet"))).toEqual(["1 quiet", "2 quiet"]);
  });

  test("gives first what was put back", () => {
    const queue = queueOf(...times(3, messageFrom("1")), messageFrom("2"));
    const taken = queue.take(2);
    queue.putBack(taken);
    queue.add(queued(suspicion));
    expect(queue.take(2)).toEqual(taken);
  });

  test("removes what it is asked to, and keeps the order of the rest", () => {
    const queue = queueOf(messageFrom("1"), messageFrom("2"), suspicion, messageFrom("1"));
    expect(places(queue.remove(({ event }) => event.type !== "message"))).toEqual(["host"]);
    expect(places(queue.take(9))).toEqual(["1 main", "2 main", "1 main"]);
  });

  test("has room for what finds it empty, however much it is", () => {
    expect(queueOf().hasRoomFor(times(20_000, messageFrom("1")), 0)).toBe(true);
    expect(queueOf().hasRoomFor(times(20_000, messageFrom("1")), 1)).toBe(false);
  });

  test("has room for a contact up to its limit, and then still for another", () => {
    const queue = queueOf(...times(hostLimits.eventsWaitingOfContact - 1, messageFrom("1")));
    expect(queue.hasRoomFor([messageFrom("1")], 0)).toBe(true);
    expect(queue.hasRoomFor(times(2, messageFrom("1")), 0)).toBe(false);
    expect(queue.hasRoomFor([messageFrom("2"), ...times(2, messageFrom("1"))], 0)).toBe(false);
    expect(queue.hasRoomFor([messageFrom("2")], 0)).toBe(true);
  });

  test("has room for an app up to its limit, and then still for another, up to the limit of all", () => {
    const crowd = (appId: string) =>
      Array.from({ length: hostLimits.eventsWaitingOfApp }, (_, index) => messageFrom(String(index), appId));
    const queue = queueOf(...crowd("loud"));
    expect(queue.hasRoomFor([messageFrom("new", "loud")], 0)).toBe(false);
    expect(queue.hasRoomFor([messageFrom("new", "quiet")], 0)).toBe(true);
    for (const event of crowd("louder")) queue.add(queued(event));
    // An app of which nothing waits finds room for a batch, however many flood.
    expect(queue.hasRoomFor(times(hostLimits.eventsPerBatch, messageFrom("new", "quiet")), 0)).toBe(true);
    expect(queue.hasRoomFor(times(hostLimits.eventsPerBatch + 1, messageFrom("new", "quiet")), 0)).toBe(false);
    queue.add(queued(messageFrom("new", "quiet")));
    expect(queue.hasRoomFor([messageFrom("newer", "quiet")], 0)).toBe(false);
  });

  test("keeps the order of a contact whose number is in some messages and not in others", () => {
    const queue = new EventQueue<Queued>();
    const bsuid = "NL.13491208655302741918";
    const from = (contact: { waId?: string; bsuid: string }): Queued => {
      const event = messageFrom("");
      return queued(event.type === "message" ? { ...event, contact } : event);
    };
    const items = [from({ bsuid }), from({ bsuid }), from({ waId: "31600000001", bsuid })];
    for (const item of items) queue.add(item);
    expect([...queue.take(2), ...queue.take(2)]).toEqual(items);
  });

  test("takes the receipts of an unknown send and updates for unknown numbers too", () => {
    const receipt = { messageId: "wamid.1", status: "read", at: 0 } as const;
    const unrouted = { type: "unrouted", connectionId: "c", phoneNumberId: "1", payload: {} } as const;
    expect(queueOf({ type: "receipt", appId: "main", receipt }, unrouted).take(9)).toHaveLength(2);
  });

  test("loses nothing and keeps the order of each contact, whatever is added, taken and put back", () => {
    const contact = fc.constantFrom("1", "2", "3");
    const app = fc.constantFrom("a", "b");
    const move = fc.oneof(
      fc.record({ type: fc.constant("add" as const), contact, app }),
      fc.record({
        type: fc.constant("take" as const),
        count: fc.integer({ min: 1, max: 5 }),
        isGivenBack: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const queue = new EventQueue<Queued>();
        const added: Queued[] = [];
        const taken: Queued[] = [];
        for (const one of moves) {
          if (one.type === "add") {
            const item = queued(messageFrom(one.contact, one.app));
            added.push(item);
            queue.add(item);
          } else {
            const batch = queue.take(one.count);
            if (one.isGivenBack) queue.putBack(batch);
            else taken.push(...batch);
          }
          expect(queue.length).toBe(added.length - taken.length);
        }
        taken.push(...queue.take(added.length));
        expect(new Set(taken)).toEqual(new Set(added));
        const lines = Object.groupBy(taken, (item) => places([item])[0] ?? "");
        for (const line of Object.values(lines)) {
          const orders = line?.map((item) => item.order) ?? [];
          expect(orders).toEqual(orders.toSorted((left, right) => left - right));
        }
      }),
    );
  });
});
