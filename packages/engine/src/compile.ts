import {
  channelEventOfStart,
  compileConditions,
  type Flow,
  flowLimits,
  type NodeOf,
  parseTemplate,
  type RecipientType,
  resolveText,
  type Trigger,
} from "@parley/flow";
import { channelEventOf, type Contact, invariant, type InboundMessage, type JsonObject } from "@parley/messaging";
import { type CompiledNode, compileNodes } from "./compiled-node.ts";
import type { Signal } from "./event.ts";
import { outputsOfMessage } from "./inbound-outputs.ts";
import { keepAll, keepWhatIsRead } from "./kept-outputs.ts";
import { createFlowMachine } from "./machine/machine.ts";
import { createTurnPath, type TurnPath } from "./machine/turn-path.ts";
import { scopeOf } from "./scope.ts";
import { outputsOfSignal } from "./signal-outputs.ts";

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
  /**
   * Of several Starts that match a message the one with most is the most specific: how many conditions it has, and more than all of them where it asks
   * that the message came by an advertisement.
   */
  readonly specificity: number;
  /** Whether a message begins a conversation. */
  readonly matches: (message: InboundMessage, contact: Contact, appId: string) => boolean;
  /** Whom a conversation that a signal begins is with, as the flow wrote it; `recipientOf` reads it. Undefined when the signal begins none. */
  readonly trigger: (signal: Signal) => NamedContact | undefined;
};

/** A person as a flow names them: `contact` may be any text. */
export type NamedContact = { readonly contactType: RecipientType; readonly contact: string };

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
  const { trigger, interruptsLiveConversations } = config;
  const evaluate = compileConditions(trigger.conditions);
  const known = { variables: initialVariables(flow), sends: {} };
  const scopeWith = (groups: { readonly [group: string]: JsonObject }) => {
    const latest = Object.fromEntries(Object.keys(groups).map((group) => [group, id]));
    return scopeOf({ ...known, latest, outputs: { [id]: groups } });
  };
  return {
    interruptsLiveConversations,
    specificity: specificityOf(trigger),
    matches: (message, contact, appId) => {
      if (trigger.type !== "whatsapp" || channelEventOf(message.content) !== channelEventOfStart(trigger.event))
        return false;
      if (trigger.event === "whatsapp.referral" && message.referral === undefined) return false;
      if (trigger.conditions.length === 0) return true;
      return evaluate(scopeWith(outputsOfMessage(message, contact, { appId }))).holds;
    },
    trigger: (signal) => {
      if (trigger.type === "whatsapp" || !isTriggeredBy(trigger, signal)) return undefined;
      const scope = scopeWith(outputsOfSignal(signal, trigger));
      if (!evaluate(scope).holds) return undefined;
      const contact = resolveText(parseTemplate(trigger.contact), scope).value.trim();
      return { contactType: trigger.contactType, contact };
    },
  };
}

function specificityOf({ conditions, ...trigger }: Trigger): number {
  const isReferral = trigger.type === "whatsapp" && trigger.event === "whatsapp.referral";
  return conditions.length + (isReferral ? flowLimits.conditionRows + 1 : 0);
}

function isTriggeredBy(trigger: Exclude<Trigger, { type: "whatsapp" }>, signal: Signal): boolean {
  if (trigger.type === "webhook") return signal.type === "webhook" && signal.webhookId === trigger.webhookId;
  return signal.type === "custom-event" && signal.event === trigger.event;
}

/** The values that a flow's variables begin with. */
export function initialVariables(flow: Flow): JsonObject {
  return Object.fromEntries(flow.variables.map((variable) => [variable.name, variable.default]));
}
