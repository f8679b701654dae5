/** A text with a selection. */
export type Selected = { readonly text: string; readonly from: number; readonly to: number };

/**
 * Puts marks round what is selected, or takes them off if they are there; the selection stays on the words. Spaces at its ends stay outside,
 * because WhatsApp reads no mark beside a space.
 */
export function toggleMark(selected: Selected, mark: string): Selected {
  const { text } = selected;
  const words = text.slice(selected.from, selected.to);
  const from = selected.from + (words.length - words.trimStart().length);
  const to = Math.max(from, selected.to - (words.length - words.trimEnd().length));
  const size = mark.length;
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    return { text: splice(splice(text, to, size, ""), from - size, size, ""), from: from - size, to: to - size };
  }
  const isInside = to - from >= 2 * size && text.startsWith(mark, from) && text.slice(to - size, to) === mark;
  if (isInside) {
    return { text: splice(splice(text, to - size, size, ""), from, size, ""), from, to: to - 2 * size };
  }
  return { text: splice(splice(text, to, 0, mark), from, 0, mark), from: from + size, to: to + size };
}

/** Puts a text in the place of what is selected, and the cursor behind it. */
export function insertText({ text, from, to }: Selected, inserted: string): Selected {
  const end = from + inserted.length;
  return { text: splice(text, from, to - from, inserted), from: end, to: end };
}

function splice(text: string, from: number, count: number, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(from + count);
}
