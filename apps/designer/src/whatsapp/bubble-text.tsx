import { createContext, useContext } from "react";
import styles from "./bubble.module.css";
import { chipsOf } from "./chips.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";
import { WithChips } from "./with-chips.tsx";

/** What variables are shown as; undefined where texts hold none, because they were sent. */
const SamplesContext = createContext<ReadonlyMap<string, string> | undefined>(undefined);

/** Says that the messages below are drawn: their texts hold expressions, which show these values, or their names. */
export const SamplesProvider = SamplesContext.Provider;

/** A text of a message with WhatsApp's marks. */
export function BubbleText({ text }: { readonly text: string }) {
  const samples = useContext(SamplesContext);
  if (samples === undefined) return <WhatsAppText text={text} />;
  const { text: shown, names } = chipsOf(text, samples);
  return <WhatsAppText text={shown} chips={names.map(chipOf)} />;
}

/** A line of a message without marks, such as a button's title. */
export function BubbleLine({ text }: { readonly text: string }) {
  const samples = useContext(SamplesContext);
  if (samples === undefined) return <span dir="auto">{text}</span>;
  const { text: shown, names } = chipsOf(text, samples);
  return (
    <span dir="auto">
      <WithChips text={shown} chips={names.map(chipOf)} />
    </span>
  );
}

function chipOf(name: string, index: number) {
  // A name may stand in a message twice.
  return (
    <span key={index} className={styles["chip"]}>
      {name}
    </span>
  );
}
