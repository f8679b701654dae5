import { channelEventOfStart, compileConditions, type Flow, type NodeOf } from "@parley/flow";
import { channelEventOf, type Contact, invariant, type InboundMessage, type JsonObject } from "@parley/messaging";
import { type CompiledNode, compileNodes } from "./compiled-node.ts";
import { outputsOfMessage } from "./inbound-outputs.ts";
import { keepAll, keepWhatIsRead } from "./kept-outputs.ts";
import { createFlowMachine } from "./machine/machine.ts";
import { createTurnPath, type TurnPath } from "./machine/turn-path.ts";
import { scopeOf } from "./scope.ts";

/** A flow version ready to take turns. Compile once and keep it; it holds no conversation. */
export type CompiledFlow = {
  readonly flow: Flow;
  readonly version: number;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly start: CompiledStart;
  readonly path: TurnPath;
};

/** What begins conversations of a flow. */
export type CompiledStart = {
  readonly interruptsLiveConversations: boolean;
  /** How many conditions it has: of several Starts that match, the one with most is the most specific. */
  readonly specificity: number;
  readonly matches: (message: InboundMessage, contact: Contact, appId: string) => boolean;
};

/** How a flow is compiled. */
export type CompileOptions = {
  /** Whether conversations remember all that nodes put out, to be looked at; otherwise they keep what expressions of the flow can read. */
  readonly keepsAllOutputs?: boolean;
};

/**
 * Compiles a flow version that passed `checkFlow` without errors. Throws `InvariantError` on one that did not.
 */
export function compile(flow: Flow, version: number, { keepsAllOutputs = false }: CompileOptions = {}): CompiledFlow {
  const start = flow.nodes.find((node) => node.type === "start");
  invariant(start, "a flow that is live has a Start");
  const nodes = compileNodes(flow);
  const path = createTurnPath(createFlowMachine(flow, nodes, keepsAllOutputs ? keepAll : keepWhatIsRead(flow)));
  return { flow, version, nodes, start: compileStart(start, flow), path };
}

function compileStart({ id, config }: NodeOf<"start">, flow: Flow): CompiledStart {
  const { trigger } = config;
  const { conditions } = trigger;
  const evaluate = compileConditions(conditions);
  const known = { variables: initialVariables(flow), sends: {}, latest: { whatsapp: id, receive: id } };
  return {
    interruptsLiveConversations: config.interruptsLiveConversations,
    specificity: conditions.length,
    matches: (message, contact, appId) => {
      if (trigger.type !== "whatsapp" || channelEventOf(message.content) !== channelEventOfStart(trigger.event))
        return false;
      if (trigger.event === "whatsapp.referral" && message.referral === undefined) return false;
      const outputs = { [id]: outputsOfMessage(message, contact, appId) };
      return evaluate(scopeOf({ ...known, outputs })).holds;
    },
  };
}

/** The values that a flow's variables begin with. */
export function initialVariables(flow: Flow): JsonObject {
  return Object.fromEntries(flow.variables.map((variable) => [variable.name, variable.default]));
}
