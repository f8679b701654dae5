import { currentTexts } from "../texts/current-texts.ts";

/** Whether this is a Mac, whose keyboards have other keys. */
export function isMac(platform: string = navigator.platform): boolean {
  return /Mac|iPod|iPhone|iPad/.test(platform);
}

const macModifiers: Readonly<Record<string, string>> = { $mod: "⌘", Shift: "⇧", Alt: "⌥", Control: "⌃" };
const otherModifiers: Readonly<Record<string, string>> = {
  $mod: "Ctrl+",
  Shift: "Shift+",
  Alt: "Alt+",
  Control: "Ctrl+",
};

/** Keys that are known by another sign than their name. */
const macNames: Readonly<Record<string, string>> = { Enter: "↩", Delete: "⌦", Backspace: "⌫", Escape: "esc" };

/** Keys as tinykeys writes them in the way that people read them: `$mod+Shift+z` is `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function shownKeys(keys: string, mac: boolean = isMac()): string {
  return keys
    .split(" ")
    .map((press) => shownPress(press, mac))
    .join(currentTexts().actions.followedBy);
}

function shownPress(press: string, mac: boolean): string {
  const [, before = "", last = press] = /^(.*\w\]?\+)?(.+)$/.exec(press) ?? [];
  const held = before.split("+").filter((part) => part !== "" && !part.startsWith("["));
  const key = last.replace(/^Key(?=[A-Z]$)/, "");
  const shown = key.length === 1 ? key.toUpperCase() : key;
  if (!mac) return held.map((name) => otherModifiers[name] ?? name).join("") + shown;
  // A Mac shows Control, Option, Shift and Command in this order.
  const order = ["Control", "Alt", "Shift", "$mod"].filter((name) => held.includes(name));
  return order.map((name) => macModifiers[name]).join("") + (macNames[shown] ?? shown);
}
