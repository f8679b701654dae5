import { describe, expect, test } from "vitest";
import { drawFlow } from "@parley/testing";
import { keepWhatIsRead } from "./kept-outputs.ts";

const nothing = { outputs: {}, latest: {} };
const message = { receive: { message: "Hi", channel: "whatsapp", payload: { text: "Hi" } }, whatsapp: { waId: "316" } };

/** What is kept of two messages, put out by n3 and then by n4, in a flow that reads these expressions. */
function keptOf(...expressions: readonly string[]) {
  const listening = { type: "receive", config: { events: [{ type: "whatsapp.mo" }] } } as const;
  const onEnter = expressions.map((value) => ({ type: "log", value }));
  const flow = drawFlow({
    nodes: [
      { id: "n3", ...listening },
      { id: "n4", ...listening, onEnter },
    ],
    edges: [],
  });
  const keep = keepWhatIsRead(flow);
  const first = keep(nothing, "n3", message);
  return { first: first.outputs, second: keep(first, "n4", message).outputs };
}

describe("It is true that a conversation remembers", () => {
  test("nothing of what no expression reads", () => {
    expect(keptOf("Hello", "$$(receive.message)")).toEqual({ first: {}, second: {} });
  });

  test("of a group without a node, what is read of the latest node", () => {
    expect(keptOf("$(receive.message)")).toEqual({
      first: { n3: { receive: { message: "Hi" } } },
      second: { n4: { receive: { message: "Hi" } } },
    });
  });

  test("of a node, what is read of that node, whichever is the latest", () => {
    const n3 = { receive: { message: "Hi" } };
    expect(keptOf("$(n3.receive.message)")).toEqual({ first: { n3 }, second: { n3 } });
  });

  test("both, where both are read", () => {
    expect(keptOf("$(receive.message) $(n3.receive.channel)")).toEqual({
      first: { n3: { receive: { message: "Hi", channel: "whatsapp" } } },
      second: { n3: { receive: { channel: "whatsapp" } }, n4: { receive: { message: "Hi" } } },
    });
  });

  test("a whole value, where a part of it is read", () => {
    expect(keptOf("$(receive.payload.text)").first).toEqual({ n3: { receive: { payload: { text: "Hi" } } } });
  });

  test("a value by its own name, where another name for it is read", () => {
    expect(keptOf("$(whatsapp.whatsappId)").first).toEqual({ n3: { whatsapp: { waId: "316" } } });
  });

  test("which node was the latest, in any case", () => {
    expect(keepWhatIsRead(drawFlow({ nodes: [], edges: [] }))(nothing, "n3", message).latest).toEqual({
      receive: "n3",
      whatsapp: "n3",
    });
  });
});
