import type { ReactNode } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { BubbleButtons } from "./bubble-buttons.tsx";
import { BubbleListSheet } from "./bubble-list.tsx";
import type { BubbleButton, BubbleMessage, BubbleModel, BubbleRow } from "./bubble-model.ts";
import { BubbleLine, BubbleText } from "./bubble-text.tsx";
import { BubbleTopView } from "./bubble-top.tsx";
import styles from "./bubble.module.css";

type WhatsAppBubbleProps = {
  readonly model: BubbleModel;
  /** Whether the person who looks at the phone wrote it. */
  readonly isOwn?: boolean;
  /** Who wrote it, for those who cannot see on which side it stands. */
  readonly from?: string;
  /** What it answers. */
  readonly quoted?: string | undefined;
  /** Below the text: the time, and how far it has come. */
  readonly foot?: ReactNode;
  /** The reactions to it. */
  readonly reactions?: readonly string[];
  /** A button was pressed; without it, they can only be looked at. */
  readonly onPress?: ((button: BubbleButton) => void) | undefined;
  /** A row of the list was chosen; without it, the list can only be looked at. */
  readonly onChoose?: ((row: BubbleRow) => void) | undefined;
};

/** A message as WhatsApp shows it. */
export function WhatsAppBubble(props: WhatsAppBubbleProps) {
  const { whatsapp } = useTexts();
  const { model, isOwn = false, reactions = [] } = props;
  if (model.type === "read-mark") {
    return <p className={styles["notice"]}>{model.showsTyping ? whatsapp.marksReadAndTypes : whatsapp.marksRead}</p>;
  }
  if (model.type === "reaction") return <ReactionView emoji={model.emoji} />;
  const isBare = model.type === "message" && model.top.type === "media" && model.top.kind === "sticker";
  return (
    <div className={styles["whole"]} data-own={isOwn ? "" : undefined}>
      <div className={styles["bubble"]} data-bubble={isBare ? "bare" : ""}>
        {props.from === undefined ? null : <span className="visually-hidden">{props.from}: </span>}
        {props.quoted === undefined ? null : <Quoted text={props.quoted} />}
        {model.type === "message" ? (
          <Content model={model} />
        ) : (
          <p className={styles["quiet"]}>{whatsapp.unknown(model.name)}</p>
        )}
        {props.foot}
        {model.type === "message" ? <BubbleButtons buttons={model.buttons} onPress={props.onPress} /> : null}
        {model.type === "message" && model.list !== undefined ? (
          <BubbleListSheet list={model.list} onChoose={props.onChoose} />
        ) : null}
      </div>
      {reactions.length === 0 ? null : <Reactions emoji={reactions.join("")} />}
    </div>
  );
}

function Content({ model: { top, body, footer, link } }: { readonly model: BubbleMessage }) {
  return (
    <>
      <BubbleTopView top={top} />
      {link === undefined ? null : <LinkPreview link={link} />}
      {body === "" ? null : (
        <div className={styles["body"]}>
          <BubbleText text={body} />
        </div>
      )}
      {footer === "" ? null : (
        <p className={styles["footer"]}>
          <BubbleLine text={footer} />
        </p>
      )}
    </>
  );
}

/** A preview of a page without its picture: nothing is fetched from it. */
function LinkPreview({ link }: { readonly link: string }) {
  const host = URL.parse(link)?.host ?? link;
  return (
    <div className={styles["link"]}>
      <span className={styles["linkHost"]}>{host}</span>
      <span className={styles["quiet"]}>{link}</span>
    </div>
  );
}

/** A reaction at the message that it is for, which is not here. */
function ReactionView({ emoji }: { readonly emoji: string }) {
  const { whatsapp } = useTexts();
  return (
    <div className={styles["whole"]} data-own="">
      <div className={styles["bubble"]} data-bubble="">
        <p className={styles["quiet"]}>{whatsapp.reactsTo}</p>
        {emoji === "" ? <p className={styles["quiet"]}>{whatsapp.reactionTakenAway}</p> : null}
      </div>
      {emoji === "" ? null : <Reactions emoji={emoji} />}
    </div>
  );
}

function Quoted({ text }: { readonly text: string }) {
  const { whatsapp } = useTexts();
  return (
    <blockquote className={styles["quoted"]} dir="auto">
      <span className="visually-hidden">{whatsapp.quoted}: </span>
      {text}
    </blockquote>
  );
}

function Reactions({ emoji }: { readonly emoji: string }) {
  const { whatsapp } = useTexts();
  return (
    <span className={styles["reactions"]} role="img" aria-label={whatsapp.reactions(emoji)}>
      <BubbleLine text={emoji} />
    </span>
  );
}
