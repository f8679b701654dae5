import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { copyText } from "../../ui/copy-text.ts";
import { showToast } from "../../ui/toast.tsx";
import type { BubbleButton } from "../../whatsapp/bubble-model.ts";
import type { FindTemplate } from "../../whatsapp/bubble-of-wire.ts";
import { AttachDialog, type Attachment } from "./attach-dialog.tsx";
import { Bubble, type ShownMessage } from "./bubble.tsx";
import { chatRows } from "./chat-rows.ts";
import styles from "./chat.module.css";
import { Composer } from "./composer.tsx";
import { withDays } from "./days.ts";
import { choiceOf, pressOf, type Writing } from "./writing.ts";

type ChatProps = {
  /** Whom the person writes to. */
  readonly name: string;
  /** The number or a word under the name. */
  readonly about: string;
  readonly messages: readonly ShownMessage[];
  readonly findTemplate: FindTemplate;
  readonly isTyping: boolean;
  /** The time on the phone, in milliseconds. */
  readonly now: number;
  readonly onWrite: (writing: Writing) => void;
  /** What can be done about a message. */
  readonly controlsOf?: (message: ShownMessage) => ReactNode;
};

/** What is being attached, and the message that it answers, if any. */
type Attaching = { readonly kind: Attachment; readonly contextId?: string };

/** A phone with one chat on it. */
export function Chat(props: ChatProps) {
  const { name, about, messages, findTemplate, isTyping, now, onWrite, controlsOf } = props;
  const { phone, shell } = useTexts();
  const [attaching, setAttaching] = useState<Attaching | undefined>(undefined);
  const log = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => chatRows(messages, findTemplate), [messages, findTemplate]);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last, isTyping]);
  const press = (button: BubbleButton, messageId: string): void => {
    const writing = pressOf(button, messageId);
    if (writing !== undefined) onWrite(writing);
    else if (button.type === "location") setAttaching({ kind: "location", contextId: messageId });
    else void copyText(button.value).then((isDone) => showToast(isDone ? shell.copied(button.value) : shell.notCopied));
  };
  const dated = withDays(
    rows.map(({ message }) => message),
    { now, locale: shell.locale, today: phone.today },
  );
  return (
    <section className={styles["frame"]} aria-label={phone.chat(name)}>
      <Head name={name} about={isTyping ? phone.typing : about} />
      <div
        ref={log}
        className={styles["log"]}
        role="log"
        aria-label={phone.messages}
        aria-relevant="additions"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by the keyboard.
        tabIndex={0}
      >
        {messages.length === 0 ? <p className={styles["empty"]}>{phone.noMessages}</p> : null}
        <ol>
          {rows.map((row, index) => (
            <li key={row.message.id}>
              {dated[index]?.day === undefined ? null : <p className={styles["day"]}>{dated[index].day}</p>}
              <Bubble
                row={row}
                controls={controlsOf?.(row.message)}
                onPress={(button) => press(button, row.message.id)}
                onChoose={(choice) => onWrite(choiceOf(choice, row.message.id))}
              />
            </li>
          ))}
        </ol>
        {isTyping ? <TypingDots /> : null}
      </div>
      <Composer onSend={(text) => onWrite({ text })} onAttach={(kind) => setAttaching({ kind })} />
      {attaching === undefined ? null : (
        <AttachDialog
          kind={attaching.kind}
          onClose={() => setAttaching(undefined)}
          onAttach={(content) =>
            onWrite({ content, ...(attaching.contextId === undefined ? {} : { contextId: attaching.contextId }) })
          }
        />
      )}
    </section>
  );
}

function Head({ name, about }: Pick<ChatProps, "name" | "about">) {
  return (
    <header className={styles["head"]}>
      <span className={styles["picture"]} aria-hidden>
        {String.fromCodePoint(name.trim().codePointAt(0) ?? 63).toUpperCase()}
      </span>
      <div className={styles["who"]}>
        <p className={styles["name"]}>{name}</p>
        <p className={styles["about"]}>{about}</p>
      </div>
    </header>
  );
}

function TypingDots() {
  return (
    <div className={styles["row"]} aria-hidden>
      <div className={styles["bubble"]} data-typing>
        <span className={styles["dot"]} />
        <span className={styles["dot"]} />
        <span className={styles["dot"]} />
      </div>
    </div>
  );
}
