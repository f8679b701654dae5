import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./choice-list.module.css";
import { rank } from "./rank.ts";

/** One entry of a list of choices. */
export type Choice = {
  /** Unique in the list. */
  readonly id: string;
  readonly section: string;
  readonly title: string;
  /** Said after the title, faintly. */
  readonly detail?: string | undefined;
  /** What it is also found by. */
  readonly words?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly onChoose: () => void;
};

/** Entries that are drawn at once; whoever looks for more types another letter. */
const mostShown = 100;

/** A field that filters a list, of which one entry is chosen with the arrow keys and Enter, or by a click. The focus stays in the field. */
export function ChoiceList({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  const texts = useTexts().actions;
  const id = useId();
  const [query, setQuery] = useState("");
  const [wanted, setWanted] = useState<string>();
  const found = useMemo(() => rank(choices, query).slice(0, mostShown), [choices, query]);
  const at = found.findIndex((choice) => choice.id === wanted);
  const index = Math.max(0, at);
  const active = found[index];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = nextIndex(event.key, index, found.length);
    if (next !== undefined) setWanted(found[next]?.id);
    else if (event.key === "Enter") active?.onChoose();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles["choices"]}>
      <input
        className={styles["filter"]}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
        autoComplete="off"
        placeholder={texts.filter}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setWanted(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <FoundList id={id} label={label} found={found} index={index} isLed={at !== -1} onKeyDown={onKeyDown} />
      <p role="status" className={found.length === 0 ? styles["none"] : "visually-hidden"}>
        {found.length === 0 ? texts.nothingFits : texts.choices(found.length)}
      </p>
    </div>
  );
}

type FoundListProps = {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Choice[];
  /** The entry that Enter chooses. */
  readonly index: number;
  /** Whether the arrow keys led there, so that it must be seen. */
  readonly isLed: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function FoundList({ id, label, found, index, isLed, onKeyDown }: FoundListProps) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className={styles["list"]}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const line = target instanceof Element ? target.closest("[data-choice]") : null;
        found.find((choice) => choice.id === line?.getAttribute("data-choice"))?.onChoose();
      }}
    >
      {found.map((choice, place) => (
        <Line
          key={choice.id}
          id={`${id}-${choice.id}`}
          choice={choice}
          section={found[place - 1]?.section === choice.section ? undefined : choice.section}
          isActive={place === index}
          isWanted={isLed && place === index}
        />
      ))}
    </div>
  );
}

type LineProps = {
  readonly id: string;
  readonly choice: Choice;
  /** The section that begins here. */
  readonly section: string | undefined;
  readonly isActive: boolean;
  readonly isWanted: boolean;
};

function Line({ id, choice, section, isActive, isWanted }: LineProps) {
  const { title, detail = "", icon, keys } = choice;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) line.current?.scrollIntoView({ block: "nearest" });
  }, [isWanted]);
  return (
    <>
      {section === undefined ? null : (
        <div role="presentation" className={styles["section"]}>
          {section}
        </div>
      )}
      <div
        ref={line}
        id={id}
        role="option"
        aria-selected={isActive}
        data-choice={choice.id}
        className={styles["choice"]}
      >
        <span className={styles["icon"]} aria-hidden>
          {icon}
        </span>
        <span className={styles["title"]}>{title}</span>
        {detail === "" ? null : <span className={styles["detail"]}>{detail}</span>}
        {keys === undefined ? null : <kbd className={styles["keys"]}>{keys}</kbd>}
      </div>
    </>
  );
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === "ArrowDown") return (index + 1) % count;
  if (key === "ArrowUp") return (index - 1 + count) % count;
  if (key === "PageDown") return Math.min(index + 8, count - 1);
  if (key === "PageUp") return Math.max(index - 8, 0);
  return undefined;
}
