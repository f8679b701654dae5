import { flowLimits } from "@parley/flow";
import { invariant } from "@parley/messaging";
import type { Position, StickyNote } from "../flow-document.ts";
import { freeIds } from "../ids.ts";
import { noteIndex } from "../lookup.ts";
import { type DocumentDraft, now, writable } from "./draft.ts";

/** The size of a new note in pixels. */
const newNoteSize = { width: 200, height: 120 };

/** Puts a sticky note on the canvas and gives its id. */
export function addNote(
  draft: DocumentDraft,
  note: { readonly position: Position; readonly text?: string; readonly width?: number; readonly height?: number },
): string {
  const document = now(draft);
  invariant(document.notes.length < flowLimits.notes, "the flow has room for one more note");
  const id = freeIds(document).note();
  draft.notes.push({ text: "", ...newNoteSize, ...note, id });
  return id;
}

/** Changes what a note says, where it is or how large. */
export function updateNote(draft: DocumentDraft, noteId: string, change: Partial<Omit<StickyNote, "id">>): void {
  const note = writable(draft.notes, noteIndex(now(draft), noteId));
  invariant(note, `${noteId} is a note of the flow`);
  Object.assign(note, change);
}
