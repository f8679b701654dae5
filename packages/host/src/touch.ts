import type { Place } from "./desk.ts";

/** That an event changes a place, and how many conversations it began or resumed there. */
export type Touch = { readonly place: Place; readonly count: number };

/** The touches of an event that changes these places; one that is absent does not count. */
export function touching(...places: readonly (Place | undefined)[]): Touch[] {
  return [...new Set(places)].flatMap((place) => (place === undefined ? [] : [{ place, count: 0 }]));
}
