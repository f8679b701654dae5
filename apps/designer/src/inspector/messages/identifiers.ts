import { parseTemplate } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { isObject } from "../../document/read-json.ts";
import { textAt } from "../../nodes/in-words.ts";

/** Identifiers longer than this help nobody; WhatsApp takes 200 characters. */
const mostLength = 60;

/** A title as an identifier: small letters and digits joined by `_`, without accents. Of an expression its last name is taken. */
export function slugOf(title: string): string {
  const words = parseTemplate(title)
    .map((part) => (typeof part === "string" ? part : ` ${part.path.at(-1) ?? ""} `))
    .join("");
  const slug = words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .slice(0, mostLength);
  return slug.replaceAll(/^_+|_+$/g, "");
}

/** The identifier that a title gives among others: its slug, with a number where that is taken; empty while there is no title. */
export function identifierFor(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title);
  if (slug === "" || !taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}_${number}`)) number++;
  return `${slug}_${number}`;
}

/** Whether an identifier was made of the title it stands with, so that it goes along when the title changes. One that a person wrote stays. */
export function isFromTitle(identifier: string, title: string): boolean {
  const slug = slugOf(title);
  return identifier === "" || identifier === slug || (slug !== "" && isNumbered(identifier, slug));
}

function isNumbered(identifier: string, slug: string): boolean {
  return identifier.startsWith(`${slug}_`) && /^\d+$/.test(identifier.slice(slug.length + 1));
}

/** Buttons, or sections with rows, where no two items have one identifier: of those that have, all but the first get one of their title. */
export function uniqueIdentifiers(list: Json): Json {
  const taken = new Set<string>();
  const mended = (item: Json): Json => {
    if (Array.isArray(item)) return item.map(mended);
    if (!isObject(item)) return item;
    if ("rows" in item) return { ...item, rows: mended(item["rows"] ?? []) };
    const own = textAt(item, "id");
    const id = own !== "" && !taken.has(own) ? own : identifierFor(textAt(item, "title") || own, taken);
    taken.add(id);
    return { ...item, id };
  };
  return mended(list);
}
