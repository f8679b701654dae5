import { en, type Texts } from "./en/index.ts";

/** The person's texts for what runs outside of components, such as shortcuts; components ask `useTexts`. */
export function currentTexts(): Texts {
  return en;
}
