import { en, type Texts } from "./en/index.ts";

/** The texts of the person's language, for what runs outside of components, such as shortcuts. There is one language as yet. */
export function currentTexts(): Texts {
  return en;
}
