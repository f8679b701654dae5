import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[];
  /** The page that is shown, where whoever shows the pages decides; without it they decide themselves. */
  readonly shown?: string;
  readonly onShow?: (id: string) => void;
};

/** Pages of which one is shown; the arrow keys go from one to the next. */
export function Tabs({ label, tabs, shown, onShow }: TabsProps) {
  const control = shown === undefined ? { defaultValue: tabs[0]?.id } : { value: shown };
  return (
    <BaseTabs.Root {...control} onValueChange={(id) => onShow?.(String(id))}>
      <BaseTabs.List className={styles["list"]} aria-label={label}>
        {tabs.map(({ id, title }) => (
          <BaseTabs.Tab key={id} value={id} className={styles["tab"]}>
            {title}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map(({ id, content }) => (
        <BaseTabs.Panel key={id} value={id} className={styles["panel"]}>
          {content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
