import type { Flow } from "./flow.ts";
import type { Outcome } from "./outcome.ts";

/** Where an outcome of a node leads: the id of a node, or undefined for nowhere. */
export type Wiring = (nodeId: string, outcome: Outcome) => string | undefined;

/**
 * Reads the edges of a flow once. An outcome leads along its own edge; else along the edge of its fallback; else to the flow's default for it;
 * else nowhere, which ends the conversation. Of two edges for one outcome the last counts, and the check refuses such a flow.
 */
export function wiringOf({ edges, settings }: Pick<Flow, "edges" | "settings">): Wiring {
  const defaults = new Map(Object.entries(settings.outcomeDefaults).map(([name, { target }]) => [name, target]));
  const targets = new Map<string, Map<string, string>>();
  for (const { source, outcome, target } of edges) {
    const ways = targets.get(source) ?? new Map<string, string>();
    targets.set(source, ways.set(outcome, target));
  }
  return (nodeId, { name, fallback }) => {
    const ways = targets.get(nodeId);
    return ways?.get(name) ?? (fallback === undefined ? undefined : ways?.get(fallback)) ?? defaults.get(name);
  };
}
