import { SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { phoneLimits } from "../limits.ts";
import styles from "./chat.module.css";

/** Where a person writes. Enter sends, and the focus stays. */
export function Composer({ onSend }: { readonly onSend: (text: string) => void }) {
  const { phone } = useTexts();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const isEmpty = text.trim() === "";

  const send = (event: FormEvent): void => {
    event.preventDefault();
    field.current?.focus();
    if (isEmpty) return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // An Enter that ends the composition of a character is not one that sends.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };

  return (
    <form className={styles["composer"]} onSubmit={send}>
      <textarea
        ref={field}
        className={styles["field"]}
        rows={1}
        maxLength={phoneLimits.textLength}
        aria-label={phone.write}
        aria-describedby={hint}
        placeholder={phone.write}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className="visually-hidden">
        {phone.writeHint}
      </span>
      <button type="submit" className={styles["send"]} aria-label={phone.send} aria-disabled={isEmpty}>
        <SendHorizontal size={18} aria-hidden />
      </button>
    </form>
  );
}
