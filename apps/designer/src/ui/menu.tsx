import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import styles from "./menu.module.css";

/** One line of a menu. */
export type MenuItem =
  | {
      readonly label: string;
      readonly onChoose: () => void;
      readonly icon?: ReactNode;
      readonly keys?: string | undefined;
      readonly isDisabled?: boolean;
      readonly isDanger?: boolean;
    }
  | "separator";

/** A menu below the button that opens it. */
export function Menu({ trigger, items }: { trigger: ReactElement; items: readonly MenuItem[] }) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles["positioner"]} sideOffset={4} align="end">
          <BaseMenu.Popup className={styles["popup"]}>
            <MenuItems items={items} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** A menu at a place of the window, for context menus. */
export function MenuAt(props: {
  at: { x: number; y: number } | undefined;
  onClose: () => void;
  items: readonly MenuItem[];
}) {
  const { at, onClose, items } = props;
  const anchor = { getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0) };
  return (
    <BaseMenu.Root modal={false} open={at !== undefined} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles["positioner"]} anchor={anchor} align="start">
          <BaseMenu.Popup className={styles["popup"]}>
            <MenuItems items={items} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function MenuItems({ items }: { items: readonly MenuItem[] }) {
  return items.map((item, index) =>
    item === "separator" ? (
      // The lines of a menu never change places while it is open.
      <BaseMenu.Separator key={index} className={styles["separator"]} />
    ) : (
      <BaseMenu.Item
        key={item.label}
        className={styles["item"]}
        onClick={item.onChoose}
        disabled={item.isDisabled === true}
        data-danger={item.isDanger === true ? "" : undefined}
      >
        {item.icon}
        <span>{item.label}</span>
        {item.keys === undefined ? null : <kbd className={styles["keys"]}>{item.keys}</kbd>}
      </BaseMenu.Item>
    ),
  );
}
