import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import styles from "./words-field.module.css";
import { addWords, wordLimits } from "./words.ts";

type WordsFieldProps = {
  readonly label: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
};

/** A few words, each with a button that takes it away, and a line in which more are typed. */
export function WordsField({ label, words, onChange }: WordsFieldProps) {
  const { app: t } = useAreaTexts().apps;
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const isFull = words.length >= wordLimits.words;
  const add = (): void => {
    if (typed.trim() === "") return;
    onChange(addWords(words, typed));
    setSaid(t.wordAdded(typed.trim()));
    setTyped("");
  };
  const remove = (word: string): void => {
    onChange(words.filter((one) => one !== word));
    setSaid(t.wordRemoved(word));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter adds a word; it does not hand in the form round it.
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles["words"]}>
      <Field label={label} hint={isFull ? t.wordsFull(wordLimits.words) : t.wordHint}>
        {(control) => (
          <span className={styles["line"]}>
            <TextInput
              {...control}
              ref={input}
              autoComplete="off"
              maxLength={wordLimits.length}
              disabled={isFull}
              value={typed}
              onKeyDown={onKeyDown}
              onBlur={add}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button disabled={isFull || typed.trim() === ""} onClick={add}>
              {t.addWord}
            </Button>
          </span>
        )}
      </Field>
      <WordList label={label} words={words} onRemove={remove} />
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

type WordListProps = {
  readonly label: string;
  readonly words: readonly string[];
  readonly onRemove: (word: string) => void;
};

function WordList({ label, words, onRemove }: WordListProps) {
  const { app: t } = useAreaTexts().apps;
  return (
    <ul className={styles["list"]} aria-label={label}>
      {words.map((word) => (
        <li key={word} className={styles["word"]}>
          {word}
          <button
            type="button"
            className={styles["remove"]}
            aria-label={t.removeWord(word)}
            onClick={() => onRemove(word)}
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
