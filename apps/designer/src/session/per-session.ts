import { createStore, type StoreApi } from "zustand/vanilla";
import type { FlowSession } from "./flow-session.ts";

/** A store for each open flow, made when it is first asked for and gone with its session. */
export function perSession<State>(begin: () => State): (session: FlowSession) => StoreApi<State> {
  const stores = new WeakMap<FlowSession, StoreApi<State>>();
  return (session) => {
    const store = stores.get(session) ?? createStore<State>(begin);
    stores.set(session, store);
    return store;
  };
}
