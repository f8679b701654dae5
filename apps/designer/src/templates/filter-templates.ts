import type { TemplateView } from "@parley/api";
import type { TemplateSearch } from "./template-search.ts";

/** The templates that are looked for, by name and language. Every word must be in the name, the text or the footer, in any order. */
export function filterTemplates(
  templates: readonly TemplateView[],
  { q = "", status, category, language }: TemplateSearch,
): readonly TemplateView[] {
  const words = plain(q)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = templates.filter(({ template, status: standing }) => {
    const text = plain(`${template.name} ${template.body} ${template.footer}`);
    return (
      (status === undefined || standing === status) &&
      (category === undefined || template.category === category) &&
      (language === undefined || template.language === language) &&
      words.every((word) => text.includes(word))
    );
  });
  return found.toSorted(
    ({ template: left }, { template: right }) =>
      left.name.localeCompare(right.name, undefined, { numeric: true }) || left.language.localeCompare(right.language),
  );
}

/** Without case and accents, so that “Café” is found by “cafe”. */
function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
