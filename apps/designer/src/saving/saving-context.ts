import { createContext, useContext } from "react";
import type { FlowSession } from "../session/flow-session.ts";
import type { Saving } from "./saving.ts";

/** The draft that is edited and how it is saved, also while one of its versions is read in its place. */
export type EditedDraft = { readonly session: FlowSession; readonly saving: Saving };

const DraftContext = createContext<EditedDraft | undefined>(undefined);

/** Gives the draft that is edited to the components below. */
export const DraftProvider = DraftContext.Provider;

/** The draft that is edited. Throws outside of an open flow. */
export function useDraft(): EditedDraft {
  const draft = useContext(DraftContext);
  if (draft === undefined) throw new Error("This part is only shown within an open flow.");
  return draft;
}
