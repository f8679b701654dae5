import diff from "microdiff";
import type { Texts } from "../texts/en/index.ts";
import { nodeWords, type States } from "./change-words.ts";
import { flowChanges } from "./describe-flow.ts";
import { keptFrom, nodeChanges } from "./describe-node.ts";
import type { FlowDocument, StickyNote } from "./flow-document.ts";
import { nodeById } from "./lookup.ts";

/** One change in words. */
export type DescribedChange = {
  /** The node it is about; absent for the flow as a whole. */
  readonly nodeId: string | undefined;
  /** A sentence without a full stop. */
  readonly text: string;
  /** Whether it changes nothing that a conversation does, such as a move: told last, and faintly. */
  readonly isQuiet: boolean;
};

/** What is different between two states of a flow, for people: first the flow as a whole, then node by node, last what changes nothing that it does. */
export function describeChanges(before: FlowDocument, after: FlowDocument, texts: Texts): readonly DescribedChange[] {
  const states = { before, after, texts };
  const removed = before.nodes.filter((node) => keptFrom(nodeById(after, node.id), node) === undefined);
  return [
    ...flowChanges(states).map((text) => ({ nodeId: undefined, text, isQuiet: false })),
    ...after.nodes.flatMap((node) =>
      nodeChanges(states, node).map((text) => ({ nodeId: node.id, text, isQuiet: false })),
    ),
    ...removed.map((node) => {
      return { nodeId: node.id, text: texts.changes.nodeRemoved(nodeWords(texts, node)), isQuiet: false };
    }),
    ...quietChanges(states),
  ];
}

function quietChanges({ before, after, texts }: States): readonly DescribedChange[] {
  const { changes } = texts;
  const kept = after.nodes.flatMap((node) => {
    const old = keptFrom(nodeById(before, node.id), node);
    return old === undefined || old === node ? [] : [{ old, node }];
  });
  const noted = kept.filter(({ old, node }) => old.note !== node.note).map(({ node }) => node);
  const moved = kept.filter(({ old, node }) => diff(old.position, node.position).length > 0).length;
  const notes = changedNotes(before.notes, after.notes);
  return [
    ...noted.map((node) => ({ nodeId: node.id, text: changes.nodeNoteChanged(nodeWords(texts, node)), isQuiet: true })),
    ...(notes === 0 ? [] : [{ nodeId: undefined, text: changes.notesChanged(notes), isQuiet: true }]),
    ...(moved === 0 ? [] : [{ nodeId: undefined, text: changes.nodesMoved(moved), isQuiet: true }]),
  ];
}

/** How many notes came, went or are different. */
function changedNotes(before: readonly StickyNote[], after: readonly StickyNote[]): number {
  const [from, to] = [before, after].map((notes) => Object.fromEntries(notes.map((note) => [note.id, note])));
  return new Set(diff(from ?? {}, to ?? {}).map(({ path }) => path[0])).size;
}
