import type { DocumentNode, FlowDocument } from "./flow-document.ts";
import { edgesFrom, nodeById } from "./lookup.ts";
import { outputNames } from "./output-names.ts";
import { outcomesOfNode, targetOf } from "./outcomes.ts";
import { remember } from "./remember.ts";

/** What an expression may read at a node. */
export type ScopeVariable = {
  /** As it is written: `$(n4.receive.message)`. */
  readonly expression: string;
  /** Where it is set: the name of a node (its id where it has none), `flow` for a variable of the flow, `latest` for the latest message or send. */
  readonly from: string;
  /** The node that sets it; absent for the others. */
  readonly nodeId?: string;
  /** Whether it is set whichever way a conversation takes to the node. */
  readonly isCertain: boolean;
};

/**
 * What expressions of a node may read: the flow's variables, the outputs of nodes that can come before it, the nearest first, and those of the latest
 * of them. With `isLeaving`, as its actions on leaving see it: its own outputs are there.
 */
export function variablesInScope(
  document: FlowDocument,
  nodeId: string,
  { isLeaving = false }: { readonly isLeaving?: boolean } = {},
): readonly ScopeVariable[] {
  const certain = nodesOnEveryWay(document, nodeId);
  if (isLeaving) certain.add(nodeId);
  const before = new Set([...(isLeaving ? [nodeId] : []), ...nodesBefore(document, nodeId)]);
  const nodes = [...before].flatMap((id) => nodeById(document, id) ?? []);
  const latest = new Map<string, boolean>();
  const given = nodes.flatMap((node) =>
    outputNames(node).map((output): ScopeVariable => {
      const isCertain = certain.has(node.id);
      latest.set(output, isCertain || latest.get(output) === true);
      return { expression: `$(${node.id}.${output})`, from: node.name || node.id, nodeId: node.id, isCertain };
    }),
  );
  return [
    ...document.variables.map(({ name }) => ({ expression: `$(${name})`, from: "flow", isCertain: true })),
    ...given,
    ...[...latest].map(([output, isCertain]) => ({ expression: `$(${output})`, from: "latest", isCertain })),
  ];
}

type Ways = ReadonlyMap<string, readonly string[]>;

/** Where each node can lead, edges, fallbacks and defaults alike, and the same backwards. */
const waysOf = remember((document: FlowDocument): { readonly on: Ways; readonly back: Ways } => {
  const on = new Map(document.nodes.map((node) => [node.id, targetsOf(document, node)]));
  const back = new Map<string, string[]>(document.nodes.map(({ id }) => [id, []]));
  for (const [id, targets] of on) for (const target of targets) back.get(target)?.push(id);
  return { on, back };
});

/** The edges of a node of an unknown type count as well, though its outcomes are not known. */
function targetsOf(document: FlowDocument, node: DocumentNode): readonly string[] {
  const targets = new Set(edgesFrom(document, node.id).map(({ target }) => target));
  for (const { name } of outcomesOfNode(node)) {
    const target = targetOf(document, node.id, name);
    if (target !== undefined && target.type !== "edge") targets.add(target.target);
  }
  return [...targets];
}

/** The nodes from which ways lead to a node, the nearest first. The node itself is among them where it stands in a loop. */
function nodesBefore(document: FlowDocument, nodeId: string): ReadonlySet<string> {
  const { back } = waysOf(document);
  const found = new Set(back.get(nodeId));
  for (const id of found) for (const source of back.get(id) ?? []) found.add(source);
  return found;
}

/**
 * The nodes that every way from the Start to a node goes through, without the node itself. One way is walked from its begin; beside it goes all that can
 * be reached without the rest of it. Where nothing reached so far lies further along than the place itself, all ways come together there.
 */
function nodesOnEveryWay(document: FlowDocument, nodeId: string): Set<string> {
  const { on } = waysOf(document);
  const way = shortestWay(document, nodeId);
  const places = new Map(way.map((id, index) => [id, index]));
  const reached = new Set<string>();
  const certain = new Set<string>();
  let furthest = 0;
  for (const [index, id] of way.entries()) {
    if (index === furthest && id !== nodeId) certain.add(id);
    const queue = [id];
    for (const from of queue) {
      for (const target of on.get(from) ?? []) {
        const place = places.get(target);
        if (place !== undefined) furthest = Math.max(furthest, place);
        else if (!reached.has(target)) {
          reached.add(target);
          queue.push(target);
        }
      }
    }
  }
  return certain;
}

/** A way from the Start to a node, both included; none where none leads there. */
function shortestWay(document: FlowDocument, nodeId: string): readonly string[] {
  const { on } = waysOf(document);
  const start = document.nodes.find(({ type }) => type === "start");
  const cameFrom = new Map<string, string | undefined>(start ? [[start.id, undefined]] : []);
  for (const [id] of cameFrom) {
    for (const target of on.get(id) ?? []) if (!cameFrom.has(target)) cameFrom.set(target, id);
  }
  const way: string[] = [];
  if (!cameFrom.has(nodeId)) return way;
  for (let id: string | undefined = nodeId; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}
