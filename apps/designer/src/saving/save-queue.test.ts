import type { Patch } from "immer";
import { describe, expect, it } from "vitest";
import { savingLimits as limits } from "./limits.ts";
import { isUnsaved, newQueue, nextQueue, type SaveEvent, type SaveQueue } from "./save-queue.ts";

const rested = newQueue({ revision: 7, savedAt: 1, canPatch: true });

function after(queue: SaveQueue, ...events: readonly SaveEvent[]): SaveQueue {
  return events.reduce(nextQueue, queue);
}

function replace(value: string, ...path: readonly (string | number)[]): Patch {
  return { op: "replace", path: [...path], value };
}

const name = (value: string): Patch => replace(value, "name");
const changed = (at: number, ...patches: readonly Patch[]): SaveEvent => ({ type: "changed", patches, at });
const woken: SaveEvent = { type: "woken" };

describe("It is true that a save", () => {
  it("waits for a pause after the last change", () => {
    const queue = after(rested, changed(1_000, name("a")), changed(1_500, name("b")));
    expect(queue).toMatchObject({ standing: "waiting", dueAt: 1_500 + limits.quietMs });
  });

  it("comes at the latest some time after the first change", () => {
    const changes = Array.from({ length: 10 }, (_, index) => changed(1_000 + index * 500, name(`${index}`)));
    expect(after(rested, ...changes).dueAt).toBe(1_000 + limits.longestMs);
  });

  it("never happens where nothing was changed", () => {
    expect(after(rested, woken)).toEqual(rested);
    expect(isUnsaved(rested)).toBe(false);
  });

  it("holds one patch for a field that was typed in, and keeps the order of all others", () => {
    const queue = after(
      rested,
      changed(1, name("a")),
      changed(2, name("ab")),
      changed(3, replace("x", "description")),
      changed(4, name("abc")),
      woken,
    );
    expect(queue.underWay).toEqual([name("ab"), replace("x", "description"), name("abc")]);
  });

  it("leaves what changes meanwhile to the next one", () => {
    const sending = after(rested, changed(1, name("a")), woken, changed(2, name("b")));
    expect(sending).toMatchObject({ standing: "sending", underWay: [name("a")], owed: [name("b")], dueAt: undefined });
    const saved = after(sending, { type: "saved", revision: 8, at: 100 });
    expect(saved).toMatchObject({ standing: "waiting", revision: 8, savedAt: 100, dueAt: 2 + limits.quietMs });
    expect(after(saved, woken).underWay).toEqual([name("b")]);
  });

  it("rests when all was taken", () => {
    const queue = after(rested, changed(1, name("a")), woken, { type: "saved", revision: 8, at: 100 });
    expect(queue).toEqual(newQueue({ revision: 8, savedAt: 100, canPatch: true }));
  });
});

describe("It is true that after a failure", () => {
  const failed = (at: number): SaveEvent => ({ type: "failed", reason: undefined, at });

  it("the same patches go again before later ones", () => {
    const queue = after(
      rested,
      changed(1, name("a")),
      woken,
      changed(2, replace("x", "description")),
      failed(3),
      woken,
    );
    expect(queue.underWay).toEqual([name("a"), replace("x", "description")]);
  });

  it("the wait doubles up to its limit, and begins anew after a success", () => {
    let queue = after(rested, changed(0, name("a")), woken);
    const waits: number[] = [];
    for (let count = 0; count < 8; count++) {
      queue = after(queue, failed(10_000));
      waits.push((queue.dueAt ?? 0) - 10_000);
      queue = after(queue, woken);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    queue = after(queue, { type: "saved", revision: 8, at: 1 }, changed(2, name("b")), woken, failed(0));
    expect(queue.dueAt).toBe(1_000);
  });

  it("changes do not hasten it", () => {
    const queue = after(rested, changed(1, name("a")), woken, failed(10), changed(20, name("b")));
    expect(queue).toMatchObject({ standing: "retrying", dueAt: 1_010, owed: [name("b")] });
  });
});

describe("It is true that the whole document is sent", () => {
  it("over a draft that lacks fields, and patches after that", () => {
    const queue = after({ ...rested, canPatch: false }, changed(1, name("a")), woken);
    expect(queue.underWay).toBe("document");
    const next = after(queue, { type: "saved", revision: 8, at: 2 }, changed(3, name("b")), woken);
    expect(next.underWay).toEqual([name("b")]);
  });

  it("where there are more patches than a request may hold", () => {
    const patches = Array.from({ length: limits.patches + 1 }, (_, index) => replace("x", "nodes", index, "name"));
    expect(after(rested, changed(1, ...patches), woken).underWay).toBe("document");
    expect(after(rested, changed(1, name("x".repeat(limits.patchBytes))), woken).underWay).toBe("document");
  });

  it("when patches were refused, and a refusal of that is told", () => {
    const refused: SaveEvent = { type: "refused", reason: "The name is missing.", at: 5 };
    const again = after(rested, changed(1, name("")), woken, refused);
    expect(again).toMatchObject({ standing: "waiting", dueAt: 5, owed: "document" });
    const told = after(again, woken, refused);
    expect(told).toMatchObject({ standing: "refused", reason: "The name is missing.", owed: "document" });
    expect(after(told, changed(9, name("b")))).toMatchObject({ standing: "waiting", dueAt: 9 + limits.quietMs });
  });
});

describe("It is true that a conflict", () => {
  const met = after(rested, changed(1, name("a")), woken, { type: "conflicted" });

  it("keeps what is owed, and what is changed meanwhile, and sends nothing", () => {
    const queue = after(met, changed(2, replace("x", "description")), woken);
    expect(queue).toMatchObject({ standing: "conflict", dueAt: undefined });
    expect(queue.owed).toEqual([name("a"), replace("x", "description")]);
  });

  it("ends with the document over the other revision", () => {
    const queue = after(met, { type: "put-over", revision: 9, at: 5 }, woken);
    expect(queue).toMatchObject({ standing: "sending", revision: 9, underWay: "document" });
  });

  it("ends with nothing owed where the other side is taken", () => {
    const queue = after(met, { type: "adopted", revision: 9, at: 5 });
    expect(queue).toMatchObject({ standing: "resting", revision: 9, savedAt: 5 });
    expect(isUnsaved(queue)).toBe(false);
  });
});
