import { Fragment } from "react";
import type { CardMessage } from "../nodes/card-message.ts";
import { type Block, parseWhatsAppText, type Span } from "../whatsapp/marks.ts";
import styles from "./node-card.module.css";

/** More than two lines of a card hold; what is beyond is not read. */
const mostRead = 240;

type MessagePreviewProps = {
  readonly message: CardMessage;
  /** What stands in a line below it, such as whom it goes to; empty for nothing. */
  readonly note: string;
};

/** A message as a card has room for it: two lines of text, or one and its buttons. Nothing in it can be clicked. */
export function MessagePreview({ message: { icon: Icon, text, pills }, note }: MessagePreviewProps) {
  const isShort = pills.length > 0 || note !== "";
  return (
    <div className={styles["message"]} dir="auto">
      <div className={isShort ? styles["oneLine"] : styles["twoLines"]}>
        {Icon === undefined ? null : <Icon size={13} className={styles["kind"] ?? ""} aria-hidden />}
        <MarkedText text={text} />
      </div>
      {note !== "" ? <div className={styles["note"]}>{note}</div> : null}
      {note === "" && pills.length > 0 ? (
        <div className={styles["pills"]}>
          {pills.map((pill, index) => (
            // Two buttons may read the same while they are drawn.
            <span key={index} className={styles["pill"]}>
              {pill}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The beginning of a text in one run, with WhatsApp's marks as it shows them. */
function MarkedText({ text }: { readonly text: string }) {
  const lines = parseWhatsAppText(text.slice(0, mostRead)).flatMap(linesOf);
  return lines.map((spans, index) => (
    // Lines are drawn anew with every text and hold no state.
    <Fragment key={index}>
      {index === 0 ? "" : "\n"}
      <Spans spans={spans} />
    </Fragment>
  ));
}

function linesOf(block: Block): readonly (readonly Span[])[] {
  switch (block.type) {
    case "line":
      return [block.spans];
    case "quote":
      return block.lines;
    case "list":
      return block.items.map(({ number, spans }) => [
        { type: "text", text: number === undefined ? "• " : `${number}. ` },
        ...spans,
      ]);
  }
}

const elements = { bold: "strong", italic: "em", strike: "s" } as const;

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, index) => <SpanView key={index} span={span} />);
}

function SpanView({ span }: { readonly span: Span }) {
  switch (span.type) {
    case "text":
    case "link":
      return span.text;
    case "code":
      return <code>{span.text}</code>;
    default: {
      const Element = elements[span.type];
      return (
        <Element>
          <Spans spans={span.spans} />
        </Element>
      );
    }
  }
}
