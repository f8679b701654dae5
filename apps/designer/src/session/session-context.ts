import { createContext, useContext } from "react";
import { type StoreApi, useStore } from "zustand";
import type { FlowDocument } from "../document/flow-document.ts";
import type { FlowSession } from "./flow-session.ts";

const SessionContext = createContext<FlowSession | undefined>(undefined);

/** Gives the open flow to the components below. */
export const SessionProvider = SessionContext.Provider;

/** The open flow. Throws outside of one. */
export function useSession(): FlowSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("This part is only shown within an open flow.");
  return session;
}

/** A part of the document. Components are drawn anew only when that part is another one: select the smallest. */
export function useDocument<Part>(select: (document: FlowDocument) => Part): Part {
  return useStore(useSession().editor.store, ({ document }) => select(document));
}

/** A part of one of the session's stores: `useSessionStore("view", ({ panel }) => panel)`. */
export function useSessionStore<Name extends "view" | "problems" | "trace" | "saving", Part>(
  name: Name,
  select: (state: FlowSession[Name] extends StoreApi<infer State> ? State : never) => Part,
): Part {
  return useStore(useSession()[name] as StoreApi<never>, select);
}
