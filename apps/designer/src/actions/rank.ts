/** What can be found by its words. */
export type Findable = { readonly title: string; readonly words?: string | undefined };

/**
 * Those that hold every word of a query, best first: a title that begins with it, then one whose words begin with its words, then one that holds
 * them, then those that hold them elsewhere. Equals keep their order; an empty query keeps all.
 */
export function rank<Entry extends Findable>(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, place: placeOf(entry, words) }))
    .filter(({ place }) => place < nowhere)
    .toSorted((left, right) => left.place - right.place)
    .map(({ entry }) => entry);
}

const nowhere = 4;

function placeOf({ title, words: more = "" }: Findable, words: readonly string[]): number {
  const name = fold(title);
  if (name.startsWith(words.join(" "))) return 0;
  const starts = name.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  const all = `${name} ${fold(more)}`;
  return words.every((word) => all.includes(word)) ? 3 : nowhere;
}

/** A text without case and accents, so that `uber` finds `Über`. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
