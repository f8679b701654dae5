import type { FlowNode } from "@parley/flow";
import type { ConversationContext } from "../conversation.ts";
import type { MachineEvent } from "../machine/machine-event.ts";
import type { StateShape, Transition } from "../machine/state-shape.ts";
import type { Step } from "../step.ts";

/** What a node does, made once when its flow is compiled. */
export type Behaviour = {
  /** Runs as the node is entered, after its on-enter actions. It may decide an outcome at once. */
  readonly enter: (step: Step) => void;
  /** The states it passes through and the ways out. `leave` makes the transition of an outcome, with a reaction before it. */
  readonly shape: (leave: Leave) => StateShape;
  /** Whether an event is what an entry of the config waits for: what the guard `takes` asks. Pure. */
  readonly takes?: (entry: number, facts: Facts) => boolean;
  /** Steps that transitions name. */
  readonly reactions?: { readonly [name: string]: (step: Step) => void };
};

/** What a guard may look at. */
export type Facts = { readonly context: ConversationContext; readonly event: MachineEvent };

/** Makes the transition of an outcome. */
export type Leave = (outcome: string, reaction?: string) => Transition;

/** Makes the behaviour of a node of one type. */
export type MakeBehaviour<Node extends FlowNode> = (node: Node, flowId: string) => Behaviour;
