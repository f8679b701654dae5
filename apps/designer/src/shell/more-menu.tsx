import { Ellipsis } from "lucide-react";
import { keysOf, runAction } from "../actions/registry.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { useThemeItems } from "./theme-menu.ts";

/** What is seldom wanted of an open flow. */
export function MoreMenu() {
  const session = useSession();
  const { editor: t, more } = useTexts().shell;
  const themes = useThemeItems();
  return (
    <Menu
      trigger={
        <IconButton label={more}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      items={[
        { label: t.settings, keys: keysOf("go-flow"), onChoose: () => runAction("go-flow", session) },
        { label: t.export, onChoose: () => runAction("export", session) },
        "separator",
        ...themes,
        "separator",
        { label: t.shortcuts, keys: keysOf("shortcuts"), onChoose: () => runAction("shortcuts", session) },
      ]}
    />
  );
}
