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
    const begin = (): void =>
      void loadAll().then(
        () => (isThere = true),
        () => undefined,
      );
    if (typeof requestIdleCallback === "undefined") return begin();
    const idle = requestIdleCallback(begin);
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Parts have parts of their own, which are known once they are there. */
async function loadAll(): Promise<void> {
  for (let known = 0; known < loads.length; ) {
    const news = loads.slice(known);
    known = loads.length;
    await Promise.all(news.map((load) => load()));
  }
}

/** Whether all that was to come later is there. */
export function isAllLoaded(): boolean {
  return isThere;
}
