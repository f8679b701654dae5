import { currentTexts } from "./current-texts.ts";
import type { Texts } from "./en/index.ts";

/** The texts of the person's language, for components: `useTexts().canvas.addNode`. */
export function useTexts(): Texts {
  return currentTexts();
}
