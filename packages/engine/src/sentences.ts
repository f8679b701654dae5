import { formatPath, type Parsed } from "@parley/messaging";

/** What is wrong with the value of a field, each in a sentence; none when nothing is. */
export function sentencesOf(field: string, parsed: Parsed<unknown>): string[] {
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, message }) => {
    const part = formatPath(path);
    const place = part === "" || part.startsWith("[") ? `${field}${part}` : `${field}.${part}`;
    return `${place} ${message}.`;
  });
}
