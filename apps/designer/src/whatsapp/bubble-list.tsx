import { List, X } from "lucide-react";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import type { BubbleList, BubbleRow } from "./bubble-model.ts";
import { BubbleLine } from "./bubble-text.tsx";
import styles from "./bubble.module.css";

type BubbleListProps = {
  readonly list: BubbleList;
  readonly onChoose?: ((row: BubbleRow) => void) | undefined;
};

/** The button that opens a list, and the list as a sheet below it. Escape closes it. */
export function BubbleListSheet({ list, onChoose }: BubbleListProps) {
  const { whatsapp } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${styles["buttons"]} ${styles["button"]}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <List size={16} aria-hidden />
        {list.button === "" ? <span>{whatsapp.noTitle}</span> : <BubbleLine text={list.button} />}
      </button>
      {isOpen ? (
        <Sheet
          id={id}
          list={list}
          onClose={close}
          onChoose={
            onChoose &&
            ((row) => {
              close();
              onChoose(row);
            })
          }
        />
      ) : null}
    </>
  );
}

function Sheet({
  id,
  list,
  onChoose,
  onClose,
}: BubbleListProps & { readonly id: string; readonly onClose: () => void }) {
  const { whatsapp } = useTexts();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>("button")?.focus();
    sheet.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEscape(sheet, onClose);
  return (
    <div
      ref={sheet}
      id={id}
      className={styles["sheet"]}
      role="group"
      aria-label={list.button === "" ? whatsapp.noTitle : list.button}
    >
      <div className={styles["sheetHead"]}>
        <strong>
          <BubbleLine text={list.button} />
        </strong>
        <button type="button" className={styles["close"]} aria-label={whatsapp.closeList} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      </div>
      {list.sections.map(({ title, rows }, index) => (
        // Sections may have one title while they are drawn, and so may rows.
        <div key={index} className={styles["section"]}>
          {title === "" ? null : (
            <p className={styles["sectionTitle"]}>
              <BubbleLine text={title} />
            </p>
          )}
          <ul>
            {rows.map((row, at) => (
              <li key={at}>
                <Row row={row} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The sheet itself is no control: it hears of keys that its buttons have not used. */
function useEscape(sheet: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => void (latest.current = onEscape));
  useEffect(() => {
    const { current: element } = sheet;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [sheet]);
}

function Row({ row, onChoose }: { readonly row: BubbleRow } & Pick<BubbleListProps, "onChoose">) {
  const { whatsapp } = useTexts();
  const content = (
    <>
      <span className={styles["lines"]}>
        {row.title === "" ? <span>{whatsapp.noTitle}</span> : <BubbleLine text={row.title} />}
        {row.description === "" ? null : (
          <span className={styles["quiet"]}>
            <BubbleLine text={row.description} />
          </span>
        )}
      </span>
      <span className={styles["dot"]} aria-hidden />
    </>
  );
  if (onChoose === undefined) return <span className={styles["row"]}>{content}</span>;
  return (
    <button type="button" className={styles["row"]} onClick={() => onChoose(row)}>
      {content}
    </button>
  );
}
