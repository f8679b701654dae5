/** What the address says of the list of contacts. */
export type ContactSearch = { readonly q?: string };

const longest = 200;

/** Reads the search parameters of the list's address. A number that is looked for is a text too. */
export function readContactSearch({ q }: Readonly<Record<string, unknown>>): ContactSearch {
  const text = typeof q === "number" ? String(q) : q;
  return typeof text === "string" && text !== "" ? { q: text.slice(0, longest) } : {};
}
