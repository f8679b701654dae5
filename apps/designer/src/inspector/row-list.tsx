import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./inspector.module.css";

type RowListProps = {
  readonly label: string;
  readonly count: number;
  /** What an item is called in the names of its buttons. */
  readonly nameOf: (index: number) => string;
  readonly titleOf?: (index: number) => ReactNode;
  readonly children: (index: number) => ReactNode;
  readonly isReadOnly: boolean;
  readonly addLabel: string;
  /** Whether there may be more of them. */
  readonly isFull?: boolean;
  readonly onAdd: () => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (index: number) => void;
};

/** What gets the focus: a button of an item, or the control of it that has this place among them. */
type Focus = { readonly index: number; readonly act: "up" | "down" | "remove" | number };

/**
 * Items that are added, put in order and taken away by buttons; Alt and an arrow key within an item move it too. The focus goes along with what was
 * moved, and into what was added.
 */
export function RowList(props: RowListProps) {
  const { label, count, nameOf, titleOf = nameOf, isReadOnly, addLabel, isFull = false } = props;
  const { rows } = useTexts().inspector;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const wanted = useRef<Focus | undefined>(undefined);
  useEffect(() => {
    if (wanted.current !== undefined && list.current !== null) focusWanted(list.current, id, wanted.current);
    wanted.current = undefined;
  });

  const move = (from: number, to: number, act: Focus["act"] = to < from ? "up" : "down") => {
    wanted.current = { index: to, act };
    setSaid(rows.moved(nameOf(from), to + 1, count));
    props.onMove(from, to);
  };
  const remove = (index: number) => {
    wanted.current = { index: Math.min(index, count - 2), act: "remove" };
    props.onRemove(index);
  };
  const add = () => {
    wanted.current = { index: count, act: 0 };
    props.onAdd();
  };
  const moveByKeys = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const to = isReadOnly ? undefined : destinationByKeys(event, index);
    if (to === undefined || to < 0 || to >= count) return;
    move(index, to, Math.max(controlsIn(event.currentTarget).indexOf(event.target as HTMLElement), 0));
  };
  return (
    <div ref={list} role="group" aria-label={label} className={styles["stack"]}>
      {Array.from({ length: count }, (_, index) => (
        // An item has no name of its own that lasts: its place is what it is known by.
        <div
          key={index}
          role="group"
          aria-label={nameOf(index)}
          className={styles["row"]}
          data-row={`${id} ${index}`}
          onKeyDownCapture={(event) => moveByKeys(event, index)}
        >
          <div className={styles["rowHead"]}>
            <span className={styles["rowTitle"]}>{titleOf(index)}</span>
            {isReadOnly ? null : (
              <RowButtons id={id} index={index} count={count} name={nameOf(index)} move={move} remove={remove} />
            )}
          </div>
          {props.children(index)}
        </div>
      ))}
      {isReadOnly ? null : (
        <Button data-act={`${id} add`} className={styles["add"] ?? ""} disabled={isFull} onClick={add}>
          <Plus size={14} aria-hidden /> {addLabel}
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

type RowButtonsProps = {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly move: (from: number, to: number) => void;
  readonly remove: (index: number) => void;
};

function RowButtons({ id, index, count, name, move, remove }: RowButtonsProps) {
  const { rows } = useTexts().inspector;
  const act = (kind: "up" | "down" | "remove") => ({ "data-act": `${id} ${index} ${kind}` });
  return (
    <span className={styles["rowButtons"]}>
      <IconButton
        {...act("up")}
        label={rows.moveUp(name)}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={index === 0}
        onClick={() => move(index, index - 1)}
      >
        <ArrowUp size={14} aria-hidden />
      </IconButton>
      <IconButton
        {...act("down")}
        label={rows.moveDown(name)}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={index === count - 1}
        onClick={() => move(index, index + 1)}
      >
        <ArrowDown size={14} aria-hidden />
      </IconButton>
      <IconButton {...act("remove")} label={rows.remove(name)} onClick={() => remove(index)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </span>
  );
}

/** Where Alt and an arrow key lead an item; undefined for every other key. The key is used up then, and does nothing in the field. */
function destinationByKeys(event: KeyboardEvent<HTMLElement>, index: number): number | undefined {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !isAltAlone(event) || !isInnermost(event)) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return index + step;
}

function isAltAlone({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether a key was pressed in this item and not in an item of a list within it. */
function isInnermost({ target, currentTarget }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("[data-row]") === currentTarget;
}

const fields = ':is([contenteditable="true"], input, textarea, select):not(:disabled)';

function controlsIn(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(`${fields}, button, [tabindex="0"]`)];
}

/** A button that can no longer be pressed gives the focus to its neighbour, and the last item's to the button that adds one. */
function focusWanted(list: HTMLElement, id: string, { index, act }: Focus): void {
  if (typeof act === "number") {
    const row = list.querySelector<HTMLElement>(`[data-row="${CSS.escape(`${id} ${index}`)}"]`);
    const control = act === 0 ? row?.querySelector<HTMLElement>(fields) : row && controlsIn(row)[act];
    return control?.focus();
  }
  const acts = { up: ["up", "down"], down: ["down", "up"], remove: ["remove"] }[act];
  const names = [...acts.map((kind) => `${id} ${index} ${kind}`), `${id} add`];
  for (const name of names) {
    const button = list.querySelector<HTMLButtonElement>(`[data-act="${CSS.escape(name)}"]:not(:disabled)`);
    if (button !== null) return button.focus();
  }
}
