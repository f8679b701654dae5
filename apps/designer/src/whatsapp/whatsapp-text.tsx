import type { ReactNode } from "react";
import { isChipMark } from "./chips.ts";
import { type Block, parseWhatsAppText, type Span } from "./marks.ts";
import styles from "./whatsapp-text.module.css";
import { WithChips } from "./with-chips.tsx";

type WhatsAppTextProps = {
  readonly text: string;
  /** What is shown in the place of `chipMark(0)`, `chipMark(1)` and on. */
  readonly chips?: readonly ReactNode[];
};

/** A text as WhatsApp shows it: its marks, links, quotes and lists, each line in the direction of its first strong letter. */
export function WhatsAppText({ text, chips = [] }: WhatsAppTextProps) {
  return (
    <div className={styles["text"]}>
      {parseWhatsAppText(text).map((block, index) => (
        // Blocks are drawn anew with every text and hold no state.
        <BlockView key={index} block={block} chips={chips} />
      ))}
    </div>
  );
}

type Chips = { readonly chips: readonly ReactNode[] };

function BlockView({ block, chips }: { readonly block: Block } & Chips) {
  switch (block.type) {
    case "line":
      return <p dir="auto">{block.spans.length === 0 ? <br /> : <Spans spans={block.spans} chips={chips} />}</p>;
    case "quote":
      return (
        <blockquote>
          {block.lines.map((spans, index) => (
            <p key={index} dir="auto">
              <Spans spans={spans} chips={chips} />
            </p>
          ))}
        </blockquote>
      );
    default:
      return <ListView block={block} chips={chips} />;
  }
}

function ListView({ block, chips }: { readonly block: Extract<Block, { type: "list" }> } & Chips) {
  const items = block.items.map(({ number, spans }, index) => (
    <li key={index} dir="auto" {...(number === undefined ? {} : { value: number })}>
      <Spans spans={spans} chips={chips} />
    </li>
  ));
  return block.items[0]?.number === undefined ? <ul>{items}</ul> : <ol>{items}</ol>;
}

function Spans({ spans, chips }: { readonly spans: readonly Span[] } & Chips) {
  return spans.map((span, index) => <SpanView key={index} span={span} chips={chips} />);
}

const elements = { bold: "strong", italic: "em", strike: "s" } as const;

function SpanView({ span, chips }: { readonly span: Span } & Chips) {
  switch (span.type) {
    case "text":
      return <WithChips text={span.text} chips={chips} />;
    case "code":
      return (
        <code>
          <WithChips text={span.text} chips={chips} />
        </code>
      );
    case "link":
      return <LinkView text={span.text} href={span.href} chips={chips} />;
    default: {
      const Element = elements[span.type];
      return (
        <Element>
          <Spans spans={span.spans} chips={chips} />
        </Element>
      );
    }
  }
}

/** A link whose address is not yet known in full leads nowhere. */
function LinkView({ text, href, chips }: { readonly text: string; readonly href: string } & Chips) {
  if (isChipMark.test(href))
    return (
      <span className={styles["link"]}>
        <WithChips text={text} chips={chips} />
      </span>
    );
  return (
    <a className={styles["link"]} href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
