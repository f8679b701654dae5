import { createContext, useContext } from "react";
import type { OpenedDraft } from "./open-draft.ts";

const DraftContext = createContext<OpenedDraft | undefined>(undefined);

/** Gives the draft that is edited to the components below. */
export const DraftProvider = DraftContext.Provider;

/** The draft that is edited and how it is saved, also while one of its versions is read in its place. Throws outside of an open flow. */
export function useDraft(): OpenedDraft {
  const draft = useContext(DraftContext);
  if (draft === undefined) throw new Error("This part is only shown within an open flow.");
  return draft;
}
