import type { FlowNode, NodeOf, NodeType } from "@parley/flow";
import type { Behaviour, MakeBehaviour } from "./behaviour.ts";
import { branch } from "./branch.ts";
import { delay } from "./delay.ts";
import { end } from "./end.ts";
import { receive } from "./receive.ts";
import { start } from "./start.ts";
import { waitFor } from "./wait-for.ts";
import { whatsapp } from "./whatsapp.ts";

const behaviours = { start, receive, whatsapp, "wait-for": waitFor, branch, delay, end } as const satisfies {
  [Type in NodeType]: MakeBehaviour<NodeOf<Type>>;
};

/** Makes the behaviour of a node. The registry pairs each type with its own maker, which therefore fits. */
export function makeBehaviour(node: FlowNode): Behaviour {
  return (behaviours[node.type] as MakeBehaviour<FlowNode>)(node);
}
