import type { PhoneEntry } from "@parley/api";
import type { ReactNode } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import type { BubbleButton, BubbleRow } from "../../whatsapp/bubble-model.ts";
import { WhatsAppBubble } from "../../whatsapp/bubble.tsx";
import styles from "./chat.module.css";
import type { ChatRow } from "./chat-rows.ts";
import { timeOfDay } from "./days.ts";
import { Ticks } from "./ticks.tsx";

/** A message as a phone shows it. `in` is what the person wrote, who sees it at the right. */
export type ShownMessage = Pick<PhoneEntry, "id" | "direction" | "at" | "text" | "status" | "message">;

type BubbleProps = {
  readonly row: ChatRow<ShownMessage>;
  /** What stands beside it. */
  readonly controls?: ReactNode;
  readonly onPress: (button: BubbleButton) => void;
  readonly onChoose: (row: BubbleRow) => void;
};

/** A message of a chat. Only what the business sent can be answered by its buttons. */
export function Bubble({ row: { message, model, quoted, reactions }, controls, onPress, onChoose }: BubbleProps) {
  const { phone, shell } = useTexts();
  const { id, direction, at, status } = message;
  const isOwn = direction === "in";
  return (
    <div className={styles["row"]} data-own={isOwn ? "" : undefined} data-message-id={id} data-status={status}>
      <WhatsAppBubble
        model={model}
        isOwn={isOwn}
        from={isOwn ? phone.fromPerson : phone.fromFlow}
        quoted={quoted}
        reactions={reactions}
        foot={
          <span className={styles["foot"]}>
            <time dateTime={new Date(at).toISOString()}>{timeOfDay(at, shell.locale)}</time>
            <Ticks status={status} />
          </span>
        }
        {...(isOwn ? {} : { onPress, onChoose })}
      />
      {controls}
    </div>
  );
}
