import type { Json } from "@parley/messaging";
import type { DocumentNode, FlowDocument, StickyNote } from "../document/flow-document.ts";
import type { Texts } from "../texts/en/index.ts";
import { typeTitle } from "../nodes/titles.ts";
import { flowOrder } from "./walk.ts";
import { nodeById } from "../document/outcomes.ts";

/** The nodes and notes in which all words of the query stand: in names, texts, expressions, conditions, actions. In the order of the flow. */
export function searchDocument(document: FlowDocument, query: string, texts: Texts): readonly string[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const nodes = flowOrder(document).flatMap((id) => nodeById(document, id) ?? []);
  const holds = (text: string) => words.every((word) => text.includes(word));
  return [
    ...nodes.filter((node) => holds(textOfNode(node, texts))),
    ...document.notes.filter((note) => holds(fold(note.text))),
  ].map(({ id }) => id);
}

const nodeTexts = new WeakMap<DocumentNode | StickyNote, string>();

function textOfNode(node: DocumentNode, texts: Texts): string {
  let text = nodeTexts.get(node);
  if (text === undefined) {
    const { id, name, note, type, config, onEnter, onLeave } = node;
    text = fold(
      [id, name, note, typeTitle(type, texts), ...wordsIn(config), ...wordsIn([...onEnter, ...onLeave])].join("\n"),
    );
    nodeTexts.set(node, text);
  }
  return text;
}

function wordsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
