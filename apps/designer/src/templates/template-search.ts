import { templateCategories, type TemplateStatus, templateStatuses } from "@parley/messaging";

/** What the address says of the list of templates; what is as usual is left out. */
export type TemplateSearch = {
  /** The app whose registry is shown; the first one unless given. */
  readonly app?: string;
  readonly q?: string;
  readonly status?: TemplateStatus;
  readonly category?: (typeof templateCategories)[number];
  readonly language?: string;
};

const longest = 200;

/** Reads the search parameters of the list's address. What does not fit is passed over: an old link still shows the list. */
export function readTemplateSearch(search: Readonly<Record<string, unknown>>): TemplateSearch {
  const app = textOf(search["app"]);
  const q = textOf(search["q"]);
  const status = templateStatuses.find((known) => known === search["status"]);
  const category = templateCategories.find((known) => known === search["category"]);
  const language = textOf(search["language"]);
  return {
    ...(app === undefined ? {} : { app }),
    ...(q === undefined ? {} : { q }),
    ...(status === undefined ? {} : { status }),
    ...(category === undefined ? {} : { category }),
    ...(language === undefined ? {} : { language }),
  };
}

/** An address may write a text of digits as a number. */
function textOf(input: unknown): string | undefined {
  const text = typeof input === "number" ? String(input) : input;
  return typeof text === "string" && text !== "" ? text.slice(0, longest) : undefined;
}
