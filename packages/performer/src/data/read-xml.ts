import type { Json } from "@parley/messaging";
import { SaxesParser } from "saxes";
import { performerLimits } from "../limits.ts";
import type { ReadData } from "./read-data.ts";

/*
 * XML as data: attributes under `@name`, text under `#text` where an element has attributes or children, and else the text alone; elements of one name beside
 * one another are a list. All values are texts, since XML knows no numbers.
 *
 * The parser (saxes) is one that refuses what is not well formed and says where, takes time in proportion to the text, and knows no entities but XML's five
 * and characters by number. A document type is refused: what it can declare is what XML bombs are made of.
 */

/** Reads XML as data. */
export function readXml(text: string): ReadData {
  const parser = new SaxesParser();
  const builder = makeBuilder();
  // What its handlers throw comes out of `write`, as its own errors do.
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new XmlRefusal("it holds a document type (<!DOCTYPE …>), which is not read; take it out");
  });
  parser.on("opentag", ({ name, attributes }) => builder.open(name, Object.entries(attributes)));
  parser.on("text", builder.add);
  parser.on("cdata", builder.add);
  parser.on("closetag", builder.close);
  try {
    parser.write(text.replace(/^\u{FEFF}/u, "")).close();
    return { ok: true, data: builder.data() };
  } catch (error) {
    const stray = error instanceof XmlRefusal ? undefined : strayAmpersand(text);
    return { ok: false, reason: `The text is no XML that is read: ${stray ?? whyNot(error)}.` };
  }
}

/** Well-formed, and yet not read. */
class XmlRefusal extends Error {
  override readonly name = "XmlRefusal";
}

/** The parser's messages begin with the place, as in `3:4: unexpected close tag.` */
function whyNot(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
  const match = /^(\d+):(\d+): (.*)$/s.exec(message);
  const said = match === null ? message : `in line ${match[1]}, column ${match[2]}: ${match[3]}`;
  return said.length > 200 ? `${said.slice(0, 199)}…` : said;
}

/** The commonest mistake, of which the parser only says that the text ends too soon: it takes all that follows for the name of an entity. */
function strayAmpersand(text: string): string | undefined {
  const found = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|&(?!#?\w{1,40};)/g;
  for (const { 0: match, index } of text.matchAll(found)) {
    if (match !== "&") continue;
    const lines = text.slice(0, index).split("\n");
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return `in line ${lines.length}, column ${column}: & begins an entity such as &lt; and stands alone here; write &amp;`;
  }
  return undefined;
}

type Builder = {
  open(name: string, attributes: readonly (readonly [string, string])[]): void;
  add(text: string): void;
  close(): void;
  /** The root element under its name, once it is closed. */
  data(): Json;
};

type Element = { readonly name: string; readonly parts: Map<string, Json[]>; text: string };

function makeBuilder(): Builder {
  const root: Element = { name: "", parts: new Map(), text: "" };
  const open: Element[] = [root];
  let nodes = 0;
  const last = (): Element => open.at(-1) ?? root;
  return {
    open: (name, attributes) => {
      nodes += 1 + attributes.length;
      if (nodes > performerLimits.xmlNodes)
        throw new XmlRefusal(
          `it has more than ${performerLimits.xmlNodes.toLocaleString("en")} elements and attributes`,
        );
      if (open.length > performerLimits.xmlDepth)
        throw new XmlRefusal(`it is nested in more than ${performerLimits.xmlDepth} levels`);
      open.push({ name, parts: new Map(attributes.map(([key, value]) => [`@${key}`, [value]])), text: "" });
    },
    add: (text) => {
      last().text += text;
    },
    close: () => {
      const element = open.pop() ?? root;
      const { parts } = last();
      const siblings = parts.get(element.name);
      if (siblings === undefined) parts.set(element.name, [valueOf(element)]);
      else siblings.push(valueOf(element));
    },
    data: () => valueOf(root),
  };
}

/** Made of entries, so that an element by the name of something that objects inherit is one like any other. */
function valueOf({ parts, text }: Element): Json {
  const own = text.trim();
  if (parts.size === 0) return own;
  const entries = [...parts].map(([name, values]): [string, Json] => [name, alone(values) ?? values]);
  return Object.fromEntries(own === "" ? entries : [...entries, ["#text", own]]);
}

function alone(values: readonly Json[]): Json | undefined {
  return values.length === 1 ? values[0] : undefined;
}
