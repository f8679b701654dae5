import { isNodeType } from "@parley/flow";
import diff from "microdiff";
import {
  fieldWords,
  nodeWords,
  outcomeWords,
  type States,
  targetWords,
  typeWords,
  valueWords,
} from "./change-words.ts";
import { type ConfigChange, configChanges } from "./config-changes.ts";
import type { DocumentNode } from "./flow-document.ts";
import { edgeOf, edgesFrom, nodeById } from "./lookup.ts";
import { outcomesOfNode } from "./outcomes.ts";

/** What is different in a node of the later state, in sentences: what it is called, what it does, and where it leads. */
export function nodeChanges(states: States, node: DocumentNode): readonly string[] {
  const { before, texts } = states;
  const old = keptFrom(nodeById(before, node.id), node);
  if (old === undefined) return [texts.changes.nodeAdded(nodeWords(texts, node), typeWords(texts, node.type))];
  return [
    ...(old === node ? [] : ownChanges(states, old, node)),
    ...outcomesToTell(states, old, node).flatMap((outcome) => wayChanges(states, node, outcome)),
  ];
}

/** The earlier state of a node. One of another type is another node, though it has the id. */
export function keptFrom(old: DocumentNode | undefined, node: DocumentNode | undefined): DocumentNode | undefined {
  return old?.type === node?.type ? old : undefined;
}

function ownChanges({ texts }: States, old: DocumentNode, node: DocumentNode): readonly string[] {
  const { changes } = texts;
  const [from = "", to = ""] = [old, node].map(({ name }) => valueWords(texts, name));
  const fields = configChanges(old.config, node.config).map((change) => configSentence(texts, node, change));
  return [
    ...(old.name === node.name ? [] : [changes.nodeRenamed(node.id, from, to)]),
    ...new Set(fields),
    ...(["onEnter", "onLeave"] as const)
      .filter((time) => diff([...old[time]], [...node[time]]).length > 0)
      .map((time) => changes.actionsChanged(nodeWords(texts, node), time)),
  ];
}

function configSentence(texts: States["texts"], node: DocumentNode, change: ConfigChange): string {
  const { changes } = texts;
  const place = nodeWords(texts, node);
  if (change.type === "value-changed") return valueSentence(texts, place, change);
  const list = fieldWords(texts, change.list).words;
  switch (change.type) {
    case "item-renamed":
      return changes.itemRenamed(list, change.before, change.after, place);
    case "order-changed":
      return changes.orderChanged(list, place);
    case "item-added":
      return changes.itemAdded(list, outcomeWords(texts, change.item), place);
    case "item-removed":
      return changes.itemRemoved(list, outcomeWords(texts, change.item), place);
    default:
      return changes.itemChanged(list, outcomeWords(texts, change.item), place);
  }
}

function valueSentence(
  texts: States["texts"],
  place: string,
  { field, before, after }: Extract<ConfigChange, { type: "value-changed" }>,
): string {
  const { changes } = texts;
  const { words, isWhole } = fieldWords(texts, field);
  const [from, to] = [before, after].map((value) => valueWords(texts, value));
  if (isWhole && from !== undefined && to !== undefined) return changes.fieldChanged(words, place, from, to);
  if (isWhole && before === undefined && to !== undefined) return changes.fieldSet(words, place, to);
  if (isWhole && after === undefined && from !== undefined) return changes.fieldRemoved(words, place, from);
  return changes.fieldDiffers(words, place);
}

/**
 * The outcomes whose ways are told. Of an outcome that is gone the sentence on the config says enough, and so it does of one that came in its stead and
 * leads where that led.
 */
function outcomesToTell({ before, after }: States, old: DocumentNode, node: DocumentNode): readonly string[] {
  const [had, has] = [old, node].map((state) => new Set(outcomesOfNode(state).map(({ name }) => name)));
  const edges = [...edgesFrom(after, node.id), ...edgesFrom(before, node.id)];
  const gone = edges.filter(({ outcome }) => has?.has(outcome) === false && isNodeType(node.type));
  const inherited = new Set(gone.map(({ target }) => target));
  const told = edges.filter((edge) => {
    const isNew = had?.has(edge.outcome) === false && isNodeType(node.type);
    return !gone.includes(edge) && !(isNew && inherited.has(edge.target));
  });
  return [...new Set(told.map(({ outcome }) => outcome))];
}

function wayChanges(states: States, node: DocumentNode, outcome: string): readonly string[] {
  const { before, after, texts } = states;
  const { changes } = texts;
  const [from, to] = [before, after].map((document) => edgeOf(document, node.id, outcome)?.target);
  if (from === to) return [];
  const [way, place] = [outcomeWords(texts, outcome), nodeWords(texts, node)];
  const [old, fresh] = [from, to].map((target) => target && targetWords(states, target));
  if (fresh === undefined) return [changes.leadsNowhere(way, place, old ?? "")];
  return [old === undefined ? changes.leadsTo(way, place, fresh) : changes.leadsElsewhere(way, place, old, fresh)];
}
