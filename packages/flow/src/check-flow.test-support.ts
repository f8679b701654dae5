import { checkFlow } from "./check-flow.ts";
import { type DrawnFlow, type DrawnNode, makeFlow, start } from "./flow.test-support.ts";

export const end: DrawnNode = { id: "n3", type: "end", config: {} };
export const send: DrawnNode = { id: "n4", type: "whatsapp", config: { message: { type: "text", body: "Hello" } } };

/** Each issue as `severity code node field: sentence`. */
export function check(drawn: DrawnFlow): string[] {
  return checkFlow(makeFlow(drawn)).map(
    ({ severity, code, nodeId, field, message }) => `${severity} ${code} ${nodeId ?? "-"} ${field ?? "-"}: ${message}`,
  );
}

/** The issues of a flow from Start by one node to End, all its failures led to End. */
export function checkNode(node: DrawnNode, ways: string[], rest: DrawnFlow = {}): string[] {
  return check({
    nodes: [start, end, node],
    edges: [`n2 onBegin ${node.id}`, ...ways.map((outcome) => `${node.id} ${outcome} n3`)],
    settings: { outcomeDefaults: { onError: { target: "n3" }, onPolicyFail: { target: "n3" } } },
    ...rest,
  });
}
