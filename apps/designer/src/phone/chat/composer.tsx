import { FileText, Image, MapPin, Plus, SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { Menu } from "../../ui/menu.tsx";
import { phoneLimits } from "../limits.ts";
import { type Attachment, attachments } from "./attach-dialog.tsx";
import styles from "./chat.module.css";

type ComposerProps = {
  readonly onSend: (text: string) => void;
  readonly onAttach: (kind: Attachment) => void;
};

const icons = { media: Image, document: FileText, location: MapPin };

/** Where a person writes. Enter sends, and the focus stays. */
export function Composer({ onSend, onAttach }: ComposerProps) {
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
      <Menu
        trigger={
          <button type="button" className={styles["attach"]} aria-label={phone.attach.name}>
            <Plus size={20} aria-hidden />
          </button>
        }
        items={attachments.map((kind) => {
          const Icon = icons[kind];
          return {
            label: phone.attach.kinds[kind],
            icon: <Icon size={16} aria-hidden />,
            onChoose: () => onAttach(kind),
          };
        })}
      />
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
