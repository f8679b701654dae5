import { createStore } from "zustand/vanilla";
import { recall, remember } from "./remembered.ts";

/** What a person chose; `system` follows the device. */
export type Theme = (typeof themes)[number];

/** The choices, in the order in which they are gone through. */
export const themes = ["system", "light", "dark"] as const;

/** The theme that is chosen. */
export const themeStore = createStore<{ readonly theme: Theme }>(() => ({
  theme: themes.find((theme) => theme === recall("theme")) ?? "system",
}));

/** Chooses a theme, for this browser and from now on. */
export function chooseTheme(theme: Theme): void {
  remember("theme", theme);
  themeStore.setState({ theme });
}

/** The next of the choices. */
export function chooseNextTheme(): void {
  const { theme } = themeStore.getState();
  chooseTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system");
}

/** Shows the page in the theme that is chosen, now and whenever that changes. */
export function showTheme(root: HTMLElement): void {
  const show = ({ theme }: { readonly theme: Theme }): void => {
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
  };
  show(themeStore.getState());
  themeStore.subscribe(show);
}
