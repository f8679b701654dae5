import { type ComponentType, lazy, type LazyExoticComponent, useEffect } from "react";

const loads: (() => Promise<unknown>)[] = [];
let isThere = false;

/** A component that is loaded when it is first shown, or once the page has nothing else to do. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Loads all that is to come later when the browser is idle, so that nothing is missing when the server cannot be reached. */
export function useLoadLater(): void {
  useEffect(() => {
    // What cannot be had now is asked for again when it is shown.
    const loadAll = (): void =>
      void Promise.all(loads.map((load) => load())).then(
        () => (isThere = true),
        () => undefined,
      );
    if (typeof requestIdleCallback === "undefined") return loadAll();
    const idle = requestIdleCallback(loadAll);
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Whether all that was to come later is there. */
export function isAllLoaded(): boolean {
  return isThere;
}
