import { Fragment } from "react";
import { type Block, parseWhatsAppText, type Span } from "../whatsapp/marks.ts";

/** More than two lines of a card hold; what is beyond is not read. */
const mostRead = 240;

/** The beginning of a message in one run of text, with WhatsApp's marks as it shows them. Nothing in it can be clicked: it is part of a card. */
export function MessagePreview({ text }: { readonly text: string }) {
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
