import type { Json } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";

const parts = ["prefix", "firstName", "middleName", "lastName", "suffix"] as const;

/** A name as it is shown, of its parts in their order. */
export function fullName(name: Json): string {
  return parts
    .map((part) => textAt(name, part).trim())
    .filter((part) => part !== "")
    .join(" ");
}

/** Whether a name as it is shown was made of its parts, so that it goes along when they change. */
export function isFullName(formatted: string, name: Json): boolean {
  return formatted.trim() === "" || formatted === fullName(name);
}
