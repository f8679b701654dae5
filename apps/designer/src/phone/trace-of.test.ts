import type { TurnNews } from "@parley/api";
import type { PreviewConversation, PreviewStep } from "@parley/simulator";
import { describe, expect, test } from "vitest";
import { phoneLimits } from "./limits.ts";
import { afterTurn, nobodyFollowed, traceOfFollowed, traceOfPreview } from "./trace-of.ts";

const event = { type: "timer-fired", at: 5, timerId: "t", generation: 1 } as const;

function conversation(id: string, status: PreviewConversation["status"], nodeId?: string): PreviewConversation {
  return { id, status, nodeId, result: undefined, variables: {}, outputs: {} };
}

function turn(given: Partial<TurnNews>): TurnNews {
  return {
    ...{ conversationId: "c1", flowId: "story", flowVersion: 1, waId: "0001", at: 5, event: "message-received" },
    ...{ left: [], status: "live", ...given },
  };
}

describe("It is true of the trace that", () => {
  test("a preview's live conversations stand on their nodes, and the ways left are taken in order", () => {
    const steps: PreviewStep[] = [
      {
        ...{ number: 1, at: 5, event },
        entries: [
          { type: "node-entered", nodeId: "n2" },
          { type: "node-left", nodeId: "n2", outcome: "onBegin", target: "n3" },
          { type: "node-left", nodeId: "n3", outcome: "onTimeout" },
        ],
      },
    ];
    const standing = [
      conversation("c1", "ended", "n9"),
      conversation("c2", "live", "n3"),
      conversation("c3", "parked", "n4"),
    ];
    expect(traceOfPreview(steps, standing)).toEqual({
      currentNodeIds: new Set(["n3"]),
      taken: [
        { nodeId: "n2", outcome: "onBegin", at: 5 },
        { nodeId: "n3", outcome: "onTimeout", at: 5 },
      ],
    });
  });

  test("a live conversation moves with its turns, stands nowhere once it has ended, and leaves others where they are", () => {
    const begun = afterTurn(nobodyFollowed, turn({ nodeId: "n3", left: [{ nodeId: "n2", outcome: "onBegin" }] }));
    const two = afterTurn(begun, turn({ conversationId: "c2", nodeId: "n4" }));
    expect(traceOfFollowed(two).currentNodeIds).toEqual(new Set(["n3", "n4"]));
    const moved = afterTurn(two, turn({ nodeId: "n5", left: [{ nodeId: "n3", outcome: "onSuccess" }] }));
    expect(traceOfFollowed(moved)).toEqual({
      currentNodeIds: new Set(["n4", "n5"]),
      taken: [
        { nodeId: "n2", outcome: "onBegin", at: 5 },
        { nodeId: "n3", outcome: "onSuccess", at: 5 },
      ],
    });
    const ended = afterTurn(moved, turn({ status: "ended", nodeId: "n9" }));
    expect(traceOfFollowed(ended).currentNodeIds).toEqual(new Set(["n4"]));
  });

  test("no more ways are kept than the limit, the latest", () => {
    const left = Array.from({ length: phoneLimits.taken + 1 }, (_, index) => ({
      nodeId: `n${index}`,
      outcome: "onSuccess",
    }));
    const { taken } = afterTurn(nobodyFollowed, turn({ left }));
    expect(taken).toHaveLength(phoneLimits.taken);
    expect(taken.at(-1)?.nodeId).toBe(`n${phoneLimits.taken}`);
  });
});
