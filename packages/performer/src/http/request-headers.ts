import { performerLimits } from "../limits.ts";

/** A header as it is sent. */
export type Header = { readonly name: string; readonly value: string };

/** Those by which client and server understand one another about the connection; who sets them by hand can smuggle a request into another's. */
const ownHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** A name is a token (RFC 9110, 5.1). */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What headers can carry: visible characters of Latin-1, spaces and tabs (RFC 9110, 5.5). No end of a line, which would begin another header. */
const notCarried = /[^\t\x20-\x7e\x80-\xff]/;

/** What is wrong with a header, as a sentence that does not show its value, which may be a secret; undefined when nothing is. */
export function headerProblem({ name, value }: Header): string | undefined {
  const shown = JSON.stringify(name.length > 100 ? `${name.slice(0, 99)}…` : name);
  if (!token.test(name))
    return `The header ${shown} has no proper name; it must be letters, digits and marks such as -, without spaces.`;
  if (ownHeaders.has(name.toLowerCase()))
    return `The header ${shown} is one that the connection sets by itself; leave it out.`;
  if (name.length + value.length > performerLimits.headerLength)
    return `The header ${shown} is longer than ${performerLimits.headerLength.toLocaleString("en")} characters.`;
  const found = notCarried.exec(value)?.[0];
  if (found === undefined) return undefined;
  const what = /[\r\n]/.test(found) ? "the end of a line" : `the character ${codeOf(found)}`;
  return `The value of the header ${shown} holds ${what}, which headers cannot carry.`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
