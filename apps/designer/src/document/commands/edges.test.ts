import { describe, expect, test } from "vitest";
import { drawn, edgesOf, edited, result } from "../document.test-support.ts";
import { connect, disconnect, reconnect } from "./edges.ts";

const document = drawn(
  [
    { id: "n3", type: "receive" },
    { id: "n4", type: "end" },
    { id: "n5", type: "end" },
  ],
  ["n2 onBegin n3", "n3 whatsapp.mo n4", "n3 onError n4"],
);

describe("connecting", () => {
  test("adds an edge with an id of its own", () => {
    const [after, id] = result(document, (draft) =>
      connect(draft, { source: "n3", outcome: "onTimeout", target: "n5" }),
    );
    expect(id).toBe("e4");
    expect(after.edges.at(-1)).toEqual({ id, source: "n3", outcome: "onTimeout", target: "n5" });
  });

  test("leads an outcome elsewhere that led somewhere", () => {
    const [after, id] = result(document, (draft) => connect(draft, { source: "n3", outcome: "onError", target: "n5" }));
    expect(id).toBe("e3");
    expect(edgesOf(after)).toEqual(["n2 onBegin n3", "n3 onError n5", "n3 whatsapp.mo n4"]);
  });

  test.each([
    { source: "n3", outcome: "onError", target: "n2" },
    { source: "n3", outcome: "nonsense", target: "n4" },
    { source: "n9", outcome: "onError", target: "n4" },
    { source: "n3", outcome: "onError", target: "n9" },
  ])("is not done from or to what is not there, nor to the Start: %j", (edge) => {
    expect(() => edited(document, (draft) => connect(draft, edge))).toThrow(
      `${edge.outcome} of ${edge.source} may lead`,
    );
  });
});

test("disconnecting takes the one edge away", () => {
  expect(edgesOf(edited(document, (draft) => disconnect(draft, "e1")))).toEqual(["n3 onError n4", "n3 whatsapp.mo n4"]);
  expect(edited(document, (draft) => disconnect(draft, "e9"))).toBe(document);
});

describe("moving an end of an edge", () => {
  test("keeps its id", () => {
    const after = edited(document, (draft) => reconnect(draft, { edgeId: "e2", target: "n5" }));
    expect(after.edges[1]).toEqual({ id: "e2", source: "n3", outcome: "whatsapp.mo", target: "n5" });
  });

  test("replaces the edge of the outcome that it now leaves by", () => {
    const after = edited(document, (draft) => reconnect(draft, { edgeId: "e2", outcome: "onError", target: "n5" }));
    expect(edgesOf(after)).toEqual(["n2 onBegin n3", "n3 onError n5"]);
    expect(after.edges.map(({ id }) => id)).toContain("e2");
  });

  test("is not done where the edge may not be", () => {
    expect(() => edited(document, (draft) => reconnect(draft, { edgeId: "e2", target: "n2" }))).toThrow(
      "may lead to n2",
    );
    expect(() => edited(document, (draft) => reconnect(draft, { edgeId: "e9", target: "n5" }))).toThrow(
      "e9 is an edge",
    );
  });
});
