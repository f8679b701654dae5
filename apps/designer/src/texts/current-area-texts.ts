import { currentTexts } from "./current-texts.ts";
import { areas } from "./en/areas.ts";
import type { Texts } from "./en/index.ts";

/** What a language must say in the areas beside flows, and everywhere else. */
export type AreaTexts = Texts & typeof areas;

const english: AreaTexts = { ...currentTexts(), ...areas };

/** The texts of the person's language, with those of the areas beside flows. They are loaded with the first of these areas. */
export function currentAreaTexts(): AreaTexts {
  return english;
}
