import { createStore } from "zustand/vanilla";
import { recall, remember } from "../ui/remembered.ts";

/*
 * Shortcuts of one character can be turned off: whoever speaks to the computer would set them off by words (WCAG 2.1, Character Key Shortcuts).
 */

const name = "single-keys";

/** Whether shortcuts of one character count; remembered by this browser. */
export const singleKeys = createStore<{ readonly areOn: boolean }>(() => ({ areOn: recall(name) !== "off" }));

/** Turns shortcuts of one character on or off. */
export function setSingleKeys(areOn: boolean): void {
  singleKeys.setState({ areOn });
  remember(name, areOn ? "on" : "off");
}

/** Whether keys are characters without Ctrl, Alt or Command, so that words can hold them. */
export function areSingle(keys: string): boolean {
  return keys.split(" ").every((press) => press.replace(/^\[?Shift\]?\+/, "").length === 1);
}
