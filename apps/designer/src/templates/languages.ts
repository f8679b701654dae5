/** The languages in which WhatsApp takes templates (Cloud API, Message templates, Supported languages). */
export const templateLanguages: readonly string[] = [
  ..."af ar az bg bn ca cs da de el en en_GB en_US es es_AR es_ES es_MX et fa fi fil fr ga gu ha he hi hr hu id it ja".split(
    " ",
  ),
  ..."ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl pa pl pt_BR pt_PT ro ru rw_RW sk sl sq sr sv sw ta te th tr uk ur".split(
    " ",
  ),
  ..."uz vi zh_CN zh_HK zh_TW zu".split(" "),
];

/** A language as people call it, with its code: `English (United States), en_US`. A code that nobody knows stands for itself. */
export function languageName(code: string, locale: string): string {
  const name = nameOf(code, locale);
  return name === undefined ? code : `${name}, ${code}`;
}

function nameOf(code: string, locale: string): string | undefined {
  try {
    const names = new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard", fallback: "none" });
    return names.of(code.replaceAll("_", "-"));
  } catch {
    // A text that is no code at all.
    return undefined;
  }
}

/** The languages by the names that people call them, and what they are called. */
export function languageOptions(locale: string): readonly { readonly value: string; readonly label: string }[] {
  const options = templateLanguages.map((value) => ({ value, label: languageName(value, locale) }));
  return options.toSorted((left, right) => left.label.localeCompare(right.label, locale));
}
