import type { TemplateProblem } from "@parley/messaging";
import type { AreaTexts } from "../texts/current-area-texts.ts";

/** What is wrong with a field, in one text; undefined when nothing is. */
export function problemOf(
  problems: readonly TemplateProblem[],
  field: string,
  label: string,
  texts: AreaTexts,
): string | undefined {
  const found = problems.filter((problem) => problem.field === field);
  return found.length === 0 ? undefined : found.map(({ message }) => texts.shell.problem(label, message)).join(" ");
}

/** One thing to be mended, in a sentence, and the field where that is done. */
export type ToMend = { readonly field: string; readonly sentence: string };

/** All that must be mended, each in a sentence that says where. */
export function toMend(problems: readonly TemplateProblem[], texts: AreaTexts): readonly ToMend[] {
  return problems.map(({ field, message }) => ({
    field,
    sentence: texts.shell.problem(fieldName(field, texts), message),
  }));
}

/** What a field is called: `buttons[0].url` is the link of button 1. */
export function fieldName(field: string, { templates: t }: AreaTexts): string {
  const [, index, name] = /^buttons\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
  if (index !== undefined && name !== undefined) return t.buttonField(Number(index) + 1, known(t.buttonFields, name));
  return known(t.fields, field);
}

function known(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}
