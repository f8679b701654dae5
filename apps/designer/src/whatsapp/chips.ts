import { parseTemplate } from "@parley/flow";

const firstMark = 0xe000;
/** The most chips that one text can hold: the private characters that stand for them. */
const maxChips = 6_400;

/** What stands for a chip in a text: one character that is nobody's own. */
export const isChipMark = /[\uE000-\uF8FF]/;

/** The character that stands for the chip with this index. */
export function chipMark(index: number): string {
  return String.fromCharCode(firstMark + index);
}

/** The index of the chip that a character stands for. */
export function chipIndex(mark: string): number {
  return mark.charCodeAt(0) - firstMark;
}

/** A text with samples in the place of variables, and a mark for each variable that has none. */
export function chipsOf(
  source: string,
  samples: ReadonlyMap<string, string>,
): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const parts = parseTemplate(source).map((part) => {
    // The characters that stand for chips are nobody's; in a text of people's own they show as unknown.
    if (typeof part === "string") return part.replaceAll(/[\uE000-\uF8FF]/g, "\uFFFD");
    const name = part.path.join(".");
    const sample = samples.get(name);
    if (sample !== undefined && sample !== "") return sample.replaceAll(/[\uE000-\uF8FF]/g, "\uFFFD");
    if (names.length === maxChips) return name;
    return chipMark(names.push(name) - 1);
  });
  return { text: parts.join(""), names };
}
