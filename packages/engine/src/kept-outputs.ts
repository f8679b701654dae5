import { type Flow, pathsRead } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { ConversationContext } from "./conversation.ts";
import { outputPlace } from "./scope.ts";

/*
 * What a conversation remembers of what its nodes put out.
 * 1. What an expression of its flow can read is there.
 * 2. Nothing else is: a conversation does not grow with all that people write, and a late turn costs no more than an early one.
 */

/** Puts a node's outputs, by group, beside what is remembered; `$(group.…)` means them from now on. */
export type KeepOutputs = (known: Known, nodeId: string, groups: { readonly [group: string]: JsonObject }) => Known;

type Known = Pick<ConversationContext, "outputs" | "latest">;

/** Remembers all outputs of every node, for those who want to look at them. */
export const keepAll: KeepOutputs = ({ outputs, latest }, nodeId, groups) => ({
  outputs: { ...outputs, [nodeId]: { ...outputs[nodeId], ...groups } },
  latest: pointTo(nodeId, groups, latest),
});

/** Remembers what expressions of a flow can read. */
export function keepWhatIsRead(flow: Flow): KeepOutputs {
  const names = namesRead(flow);
  return ({ outputs, latest }, nodeId, groups) => {
    const kept = { ...outputs };
    const put = (node: string, group: string, values: JsonObject): void => {
      const next = { ...kept[node], [group]: values };
      if (Object.keys(values).length === 0) delete next[group];
      if (Object.keys(next).length === 0) delete kept[node];
      else kept[node] = next;
    };
    for (const [group, values] of Object.entries(groups)) {
      const former = latest[group];
      const left = former === undefined || former === nodeId ? undefined : kept[former]?.[group];
      if (former !== undefined && left !== undefined) put(former, group, pick(left, names.get(`${former}.${group}`)));
      put(nodeId, group, pick(values, names.get(`${nodeId}.${group}`), names.get(group)));
    }
    return { outputs: kept, latest: pointTo(nodeId, groups, latest) };
  };
}

type Names = ReadonlySet<string>;

/** The names that expressions read, by `n3.receive` for a node's group and `receive` for that of the latest node. */
function namesRead(flow: Flow): ReadonlyMap<string, Names> {
  const read = new Map<string, Set<string>>();
  for (const path of pathsRead(flow)) {
    const place = outputPlace(path);
    if (place !== undefined) read.set(place.group, (read.get(place.group) ?? new Set()).add(place.name));
  }
  return read;
}

function pick(values: JsonObject, ...wanted: readonly (Names | undefined)[]): JsonObject {
  const picked: { [name: string]: JsonObject[string] } = {};
  for (const name of wanted.flatMap((names) => [...(names ?? [])])) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

function pointTo(nodeId: string, groups: object, latest: Known["latest"]): Known["latest"] {
  return { ...latest, ...Object.fromEntries(Object.keys(groups).map((group) => [group, nodeId])) };
}
