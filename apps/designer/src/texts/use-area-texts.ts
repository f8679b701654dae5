import { type AreaTexts, currentAreaTexts } from "./current-area-texts.ts";

/** The texts of the person's language, for components of the areas beside flows: `useAreaTexts().contacts.title`. */
export function useAreaTexts(): AreaTexts {
  return currentAreaTexts();
}
