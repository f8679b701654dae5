/** The most words of one kind, and the longest word; the server takes no more. */
export const wordLimits = { words: 20, length: 60 } as const;

/** The words with what was typed among them: several may be typed at once, with commas or lines between. One that is there already, whatever its case, is not put there again. */
export function addWords(words: readonly string[], typed: string): readonly string[] {
  const wanted = typed.split(/[,;\n]/).map((word) => word.trim().slice(0, wordLimits.length));
  const all = wanted.reduce<readonly string[]>(
    (known, word) => (word === "" || hasWord(known, word) ? known : [...known, word]),
    words,
  );
  return all.slice(0, wordLimits.words);
}

function hasWord(words: readonly string[], word: string): boolean {
  return words.some((known) => known.toLowerCase() === word.toLowerCase());
}
