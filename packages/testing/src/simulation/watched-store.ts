import type { Store } from "@parley/store";
import type { CallWorld } from "./process-world.ts";
import type { StoreTroubles } from "./store-troubles.ts";

/** A store whose every method is a call to the world, where it may meet trouble. */
export function watchStore(store: Store, call: CallWorld, troubles: StoreTroubles): Store {
  function watch<Port extends object>(port: Port): Port {
    const watched = Object.entries(port).map(([name, member]) => [
      name,
      typeof member === "function"
        ? (...given: readonly unknown[]) =>
            call("store", () =>
              troubles.meet(name, given, () => (member as (...given: readonly unknown[]) => unknown)(...given)),
            )
        : member,
    ]);
    return Object.fromEntries(watched) as Port;
  }
  const { flows, settings, contacts, templates } = store;
  const parts = {
    flows: watch(flows),
    settings: watch(settings),
    contacts: watch(contacts),
    templates: watch(templates),
  };
  return { ...watch(store), ...parts };
}
