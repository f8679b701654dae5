import { Monitor, Moon, Sun } from "lucide-react";
import { createElement } from "react";
import { useStore } from "zustand";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import type { MenuItem } from "../ui/menu.tsx";
import { chooseTheme, type Theme, themeStore, themes } from "../ui/theme.ts";

export const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const satisfies Record<Theme, typeof Sun>;

/** What the theme that is chosen is called. */
export function useThemeTitle(): { readonly theme: Theme; readonly title: string } {
  const texts = useTexts();
  const theme = useStore(themeStore, (state) => state.theme);
  return { theme, title: titleOf(theme, texts) };
}

/** The themes to choose from, as lines of a menu. */
export function useThemeItems(): readonly MenuItem[] {
  const texts = useTexts();
  const chosen = useStore(themeStore, (state) => state.theme);
  return themes.map((theme) => ({
    isChosen: theme === chosen,
    label: titleOf(theme, texts),
    icon: createElement(themeIcons[theme], { size: 16, "aria-hidden": true }),
    onChoose: () => chooseTheme(theme),
  }));
}

function titleOf(theme: Theme, { shell }: Texts): string {
  return shell.theme[theme];
}
