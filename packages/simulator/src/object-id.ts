/**
 * Makes a source of ids that look like those of Meta's objects: 15 digits, so that they are whole numbers in JSON too. Each comes once, whatever
 * `random` gives, since a counter is part of it.
 */
export function createObjectIds(random: () => number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return String(100_000_000_000_000 + count * 1_000_000 + Math.floor(random() * 1_000_000));
  };
}
