import { signOut } from "@parley/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LogOut, MessagesSquare } from "lucide-react";
import { ask } from "../server/ask.ts";
import { sessionQuery } from "../server/queries.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Areas } from "./areas.tsx";
import styles from "./list-top.module.css";
import { themeIcons, useThemeItems, useThemeTitle } from "./theme-menu.ts";

/** The bar above every page but the editor's: where one is, and where else one may go. */
export function ListTop() {
  const texts = useTexts();
  const { theme, title } = useThemeTitle();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const Icon = themeIcons[theme];
  const leave = async (): Promise<void> => {
    await ask(signOut, {}).catch(() => undefined);
    // Whatever is asked next is refused, and leads to the page where one signs in.
    await client.resetQueries();
  };
  return (
    <header className={styles["bar"]}>
      <span className={styles["product"]}>
        <MessagesSquare size={18} aria-hidden /> {texts.shell.product}
      </span>
      <Areas />
      <span className={styles["tools"]}>
        <Menu
          trigger={
            <IconButton label={title}>
              <Icon size={16} aria-hidden />
            </IconButton>
          }
          items={useThemeItems()}
        />
        {session?.isNeeded === true && session.isSignedIn ? (
          <IconButton label={texts.shell.signIn.signOut} onClick={() => void leave()}>
            <LogOut size={16} aria-hidden />
          </IconButton>
        ) : null}
      </span>
    </header>
  );
}
