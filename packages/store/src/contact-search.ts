import type { ContactRow } from "./contact-store.ts";

/**
 * What a search looks through, folded: name, user name with its `@`, number with its plus sign, user id and customer id, a line each. What is
 * searched for holds no line break once it is folded, so that no find reaches from one into another.
 */
export function searchTextOf({ name, username, waId, bsuid, customerId }: ContactRow): string {
  const texts = [name, username && `@${username}`, waId && `+${waId}`, bsuid, customerId];
  return texts.map((text = "") => foldText(text)).join("\n");
}

/** A text of which case, kind of white space and way of writing the same character no longer count; fit for a column as it is. */
export function foldText(text: string): string {
  const wellFormed = text.toWellFormed().replaceAll("\0", "\uFFFD");
  return wellFormed.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}
