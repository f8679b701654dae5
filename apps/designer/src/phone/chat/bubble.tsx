import type { PhoneEntry } from "@parley/api";
import type { ReactNode } from "react";
import { WhatsAppText } from "../../inspector/whatsapp-text.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import styles from "./chat.module.css";
import { timeOfDay } from "./days.ts";
import { Ticks } from "./ticks.tsx";

/** A message as a phone shows it. `in` is what the person wrote, who sees it at the right. */
export type ShownMessage = Pick<PhoneEntry, "id" | "direction" | "at" | "text" | "status">;

/** A message of a chat; `controls` stand beside it. */
export function Bubble({ message, controls }: { readonly message: ShownMessage; readonly controls?: ReactNode }) {
  const { phone, shell } = useTexts();
  const { id, direction, at, text, status } = message;
  const isOwn = direction === "in";
  return (
    <div className={styles["row"]} data-own={isOwn ? "" : undefined} data-message-id={id} data-status={status}>
      <div className={styles["bubble"]}>
        <span className="visually-hidden">{isOwn ? phone.fromPerson : phone.fromFlow}: </span>
        <WhatsAppText text={text} />
        <span className={styles["foot"]}>
          <time dateTime={new Date(at).toISOString()}>{timeOfDay(at, shell.locale)}</time>
          <Ticks status={status} />
        </span>
      </div>
      {controls}
    </div>
  );
}
