import type { Json } from "@parley/messaging";
import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { TextInput } from "../ui/field.tsx";
import styles from "./chips-control.module.css";
import { FieldFrame, type FieldProps } from "./controls.tsx";

/** A list of words: Enter or a comma adds one, Backspace in the empty field takes the last one away. Without any, the field itself is gone. */
export function ChipsControl(props: FieldProps & { readonly placeholder?: string }) {
  const { field, placeholder } = props;
  const [text, setText] = useState("");
  const items: readonly Json[] = Array.isArray(field.value) ? field.value : [];
  const words = items.map((item) => (typeof item === "string" ? item : ""));
  const change = (next: readonly string[]) => {
    field.onBlur();
    field.set(next.length === 0 ? undefined : next);
    field.onBlur();
  };
  const add = (typed: string) => {
    const fresh = typed
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "" && !words.includes(word));
    setText("");
    if (fresh.length > 0) change([...words, ...new Set(fresh)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && words.length > 0) change(words.slice(0, -1));
  };
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div className={styles["chips"]}>
          <Chips
            label={props.label}
            words={words}
            {...(field.isReadOnly ? {} : { onRemove: (word) => change(words.filter((other) => other !== word)) })}
          />
          <TextInput
            {...control}
            value={text}
            placeholder={placeholder}
            readOnly={field.isReadOnly}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => add(text)}
          />
        </div>
      )}
    </FieldFrame>
  );
}

type ChipsProps = {
  readonly label: string;
  readonly words: readonly string[];
  readonly onRemove?: (word: string) => void;
};

function Chips({ label, words, onRemove }: ChipsProps) {
  const { chips } = useTexts().inspector;
  if (words.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label={label}>
      {words.map((word) => (
        <li key={word} className={styles["chip"]}>
          <span dir="auto">{word}</span>
          {onRemove === undefined ? null : (
            <button
              type="button"
              className={styles["remove"]}
              aria-label={chips.remove(word)}
              onClick={() => onRemove(word)}
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
