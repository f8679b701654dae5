import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileDrawn } from "../engine.test-support.ts";
import { newConversation, takeTurn } from "../take-turn.ts";

type Share = { readonly name: string; readonly percent: number };

function drawn(branches: readonly Share[], by = "contact") {
  return compileDrawn({
    nodes: [{ id: "n3", type: "split", config: { by, branches } }],
    edges: ["n2 onBegin n3"],
  });
}

/** The branch that a contact takes. */
function wayOf(compiled: ReturnType<typeof drawn>, waId: string, id = "c1"): string {
  const contact = { waId };
  const message = { id: "in-1", sentAt: 1, content: { type: "text", text: "Hi" } as const, payload: {} };
  const conversation = newConversation(compiled, { id, appId: "app1", contact });
  const { journal } = takeTurn(compiled, conversation, { type: "conversation-started", at: 1, contact, message });
  const left = journal.find((entry) => entry.type === "node-left" && entry.nodeId === "n3");
  return left?.type === "node-left" ? left.outcome : "";
}

function countsOf(compiled: ReturnType<typeof drawn>, people: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < people; index += 1) {
    const way = wayOf(compiled, String(31_600_000_000 + index * 7), `c-${index}`);
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  return counts;
}

const people = 20_000;
/** Five standard deviations: one run in a million strays so far by chance, and these runs are always the same. */
const tolerance = (percent: number): number => 5 * Math.sqrt(people * (percent / 100) * (1 - percent / 100)) + 1;

describe("It is true of a split that", () => {
  test.each(["contact", "random"])(
    "its branches get their shares of 20,000 contacts, by %s",
    (by) => {
      for (const percents of [
        [50, 50],
        [10, 20, 70],
        [0.5, 33.3, 66.2],
        [0, 100],
        [100, 0],
      ]) {
        const branches = percents.map((percent, index) => ({ name: `way ${index}`, percent }));
        const counts = countsOf(drawn(branches, by), people);
        for (const { name, percent } of branches) {
          const off = Math.abs((counts.get(name) ?? 0) - (people * percent) / 100);
          expect(off).toBeLessThanOrEqual(tolerance(percent));
          if (percent === 0) expect(counts.has(name)).toBe(false);
          if (percent === 100) expect(counts.get(name)).toBe(people);
        }
      }
    },
    120_000,
  );

  test("the same contact goes the same way in every conversation, whatever else there is", () => {
    const branches = [40, 60].map((percent, index) => ({ name: `way ${index}`, percent }));
    const [once, again] = [drawn(branches), drawn(branches)];
    const property = fc.property(fc.integer({ min: 31_600_000_000, max: 31_699_999_999 }), fc.nat(), (number, id) => {
      expect(wayOf(again, String(number), `c-${id}`)).toBe(wayOf(once, String(number)));
    });
    fc.assert(property);
  });

  test("who goes one way at one node may go another at another", () => {
    const branches = [50, 50].map((percent, index) => ({ name: `way ${index}`, percent }));
    const compiled = compileDrawn({
      nodes: ["n3", "n4"].map((id) => ({ id, type: "split" as const, config: { branches } })),
      edges: ["n2 onBegin n3", "n3 way 0 n4", "n3 way 1 n4"],
    });
    const pairs = new Set<string>();
    for (let index = 0; index < 100; index += 1) {
      const contact = { waId: String(31_600_000_000 + index) };
      const message = { id: "in-1", sentAt: 1, content: { type: "text", text: "Hi" } as const, payload: {} };
      const conversation = newConversation(compiled, { id: "c1", appId: "app1", contact });
      const { journal } = takeTurn(compiled, conversation, { type: "conversation-started", at: 1, contact, message });
      pairs.add(journal.flatMap((entry) => (entry.type === "node-left" ? [entry.outcome] : [])).join());
    }
    expect(pairs.size).toBe(4);
  });
});
