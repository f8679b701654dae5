/** A link at a place of a line, and where it ends. */
type FoundLink = { readonly span: { readonly type: "link"; text: string; href: string }; readonly end: number };

const address = /(?:https?:\/\/|www\.)[^\s]+/iy;
const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/iy;
/** Names that people write without `https://`; WhatsApp knows more of them. */
const bare =
  /(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|co|app|dev|me|eu|uk|us|in|de|nl|fr|es|it|br|be|ch)\b(?:\/[^\s]*)?/iy;

/** The link that begins here, as WhatsApp would make one. Punctuation and marks behind it are no part of it. */
export function findLink(line: string, at: number, to: number): FoundLink | undefined {
  if (at > 0 && /[\p{L}\p{N}@.]/u.test(line[at - 1] ?? "")) return undefined;
  const text = (match(address, line, at) ?? match(mail, line, at) ?? match(bare, line, at))
    ?.slice(0, to - at)
    .replace(/[.,:;!?'")\]}*_~`>]+$/, "");
  if (text === undefined || !/\w\.\w|:\/\/\w/.test(text)) return undefined;
  return { span: { type: "link", text, href: hrefOf(text) }, end: at + text.length };
}

function match(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

function hrefOf(text: string): string {
  if (/^https?:\/\//i.test(text)) return text;
  return text.includes("@") && !text.includes("/") ? `mailto:${text}` : `https://${text}`;
}

/** The first web address in a text, which WhatsApp shows a preview of; undefined where there is none. */
export function firstLink(text: string): string | undefined {
  for (const line of text.split("\n")) {
    for (let at = 0; at < line.length; at++) {
      const href = findLink(line, at, line.length)?.span.href;
      if (href !== undefined && !href.startsWith("mailto:")) return href;
    }
  }
  return undefined;
}
