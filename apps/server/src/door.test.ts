import { describe, expect, test } from "vitest";
import { createDoor, type Door, type Visit } from "./door.ts";
import { serverLimits } from "./limits.ts";

const half = { webhooks: serverLimits.webhooks / 2, bytes: serverLimits.webhookBytes / 2 };

/** Sends so many webhooks through a door, and gives those that were let in. */
function crowd(door: Door, count: number, { from = "default", bytes = 0 } = {}): Visit[] {
  const visits = Array.from({ length: count }, () => door.enter(from));
  return visits.filter((visit) => visit !== undefined).filter((visit) => visit.receive(bytes));
}

function bring(door: Door, events: number, from = "default"): void {
  door.enter(from)?.bring(events);
}

describe("a door", () => {
  test("lets half of all webhooks in for one connection, and the rest for others", () => {
    const door = createDoor();
    expect(crowd(door, serverLimits.webhooks)).toHaveLength(half.webhooks);
    expect(crowd(door, serverLimits.webhooks, { from: "other" })).toHaveLength(half.webhooks);
    expect(door.enter("third")).toBeUndefined();
  });

  test("lets half of all bytes in for one connection, and the rest for others", () => {
    const door = createDoor();
    const bytes = half.bytes / 4;
    expect(crowd(door, 5, { bytes })).toHaveLength(4);
    expect(crowd(door, 5, { bytes, from: "other" })).toHaveLength(4);
    expect(door.enter("third")?.receive(1)).toBe(false);
  });

  test("is closed to a connection whose events are half of those that may wait", () => {
    const door = createDoor();
    bring(door, serverLimits.webhookEvents / 2 - 1);
    expect(door.enter("default")).toBeDefined();
    bring(door, 1);
    expect(door.enter("default")).toBeUndefined();
    expect(door.enter("other")).toBeDefined();
  });

  test("is closed to all when there are as many events as may wait", () => {
    const door = createDoor();
    for (const from of ["default", "other"]) bring(door, serverLimits.webhookEvents / 2, from);
    expect(door.enter("third")).toBeUndefined();
  });

  test("is open again when who came in has left, however often they say so", () => {
    const door = createDoor();
    const [visit] = crowd(door, 1, { bytes: half.bytes });
    visit?.bring(serverLimits.webhookEvents);
    expect(door.enter("default")).toBeUndefined();
    visit?.leave();
    visit?.leave();
    expect(crowd(door, 2, { bytes: half.bytes })).toHaveLength(1);
    expect(crowd(createDoor(), 1)).toHaveLength(1);
  });

  test("takes nothing more from who has left", () => {
    const [visit] = crowd(createDoor(), 1);
    visit?.leave();
    expect(visit?.receive(1)).toBe(false);
  });

  test("counts nothing of who has left", () => {
    const door = createDoor();
    for (const visit of crowd(door, half.webhooks)) visit.leave();
    expect(crowd(door, serverLimits.webhooks)).toHaveLength(half.webhooks);
  });
});
