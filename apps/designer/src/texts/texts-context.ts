import { createContext, useContext } from "react";
import { type Texts, en } from "./en/index.ts";

const TextsContext = createContext<Texts>(en);

/** Gives a language's texts to the components below. */
export const TextsProvider = TextsContext.Provider;

/** The texts of the person's language: `useTexts().canvas.addNode`. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
