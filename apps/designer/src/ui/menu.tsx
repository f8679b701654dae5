import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
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
      /** For a line that is one of a few choices: whether it is the one. */
      readonly isChosen?: boolean;
    }
  /** Lines of one kind, with what they are. */
  | { readonly heading: string; readonly items: readonly MenuItem[] }
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
    // The lines of a menu never change places while it is open.
    item === "separator" ? (
      <BaseMenu.Separator key={index} className={styles["separator"]} />
    ) : "heading" in item ? (
      <BaseMenu.Group key={item.heading}>
        <BaseMenu.GroupLabel className={styles["heading"]}>{item.heading}</BaseMenu.GroupLabel>
        <MenuItems items={item.items} />
      </BaseMenu.Group>
    ) : (
      <MenuLine key={item.label} item={item} />
    ),
  );
}

type MenuLineProps = { item: Extract<MenuItem, { readonly label: string }> };

function MenuLine({ item }: MenuLineProps) {
  const { icon, label, keys, isChosen } = item;
  const props = {
    className: styles["item"],
    onClick: item.onChoose,
    disabled: item.isDisabled === true,
    "data-danger": item.isDanger === true ? "" : undefined,
  };
  const content = (
    <>
      {icon}
      <span>{label}</span>
      {keys === undefined ? null : <kbd className={styles["keys"]}>{keys}</kbd>}
      {isChosen === true ? (
        <span className={styles["keys"]}>
          <Check size={14} aria-hidden />
        </span>
      ) : null}
    </>
  );
  return isChosen === undefined ? (
    <BaseMenu.Item {...props}>{content}</BaseMenu.Item>
  ) : (
    <BaseMenu.CheckboxItem {...props} checked={isChosen} closeOnClick>
      {content}
    </BaseMenu.CheckboxItem>
  );
}
