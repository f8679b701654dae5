import type { Store } from "@parley/store";
import type { CallWorld } from "./process-world.ts";

/** A store whose every method is a call to the world. */
export function watchStore(store: Store, call: CallWorld): Store {
  return { ...watch(store, call), flows: watch(store.flows, call), settings: watch(store.settings, call) };
}

function watch<Port extends object>(port: Port, call: CallWorld): Port {
  const watched = Object.entries(port).map(([name, member]) => [
    name,
    typeof member === "function"
      ? (...given: readonly unknown[]) =>
          call("store", async () => (member as (...given: readonly unknown[]) => unknown)(...given))
      : member,
  ]);
  return Object.fromEntries(watched) as Port;
}
