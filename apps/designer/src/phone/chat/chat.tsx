import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { Bubble, type ShownMessage } from "./bubble.tsx";
import styles from "./chat.module.css";
import { Composer } from "./composer.tsx";
import { withDays } from "./days.ts";

type ChatProps = {
  /** Whom the person writes to. */
  readonly name: string;
  /** The number or a word under the name. */
  readonly about: string;
  readonly messages: readonly ShownMessage[];
  readonly isTyping: boolean;
  /** The time on the phone, in milliseconds. */
  readonly now: number;
  readonly onSend: (text: string) => void;
  /** What can be done about a message. */
  readonly controlsOf?: (message: ShownMessage) => ReactNode;
};

/** A phone with one chat on it. */
export function Chat({ name, about, messages, isTyping, now, onSend, controlsOf }: ChatProps) {
  const { phone, shell } = useTexts();
  const log = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last, isTyping]);
  return (
    <section className={styles["frame"]} aria-label={phone.chat(name)}>
      <header className={styles["head"]}>
        <span className={styles["picture"]} aria-hidden>
          {String.fromCodePoint(name.trim().codePointAt(0) ?? 63).toUpperCase()}
        </span>
        <div className={styles["who"]}>
          <p className={styles["name"]}>{name}</p>
          <p className={styles["about"]}>{isTyping ? phone.typing : about}</p>
        </div>
      </header>
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
          {withDays(messages, { now, locale: shell.locale, today: phone.today }).map(({ message, day }) => (
            <li key={message.id}>
              {day === undefined ? null : <p className={styles["day"]}>{day}</p>}
              <Bubble message={message} controls={controlsOf?.(message)} />
            </li>
          ))}
        </ol>
        {isTyping ? <TypingDots /> : null}
      </div>
      <Composer onSend={onSend} />
    </section>
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
