import { isIP } from "node:net";
import type { ForbidAddress } from "./guarded-lookup.ts";

/** A URL that may be gone to, or why it may not. */
export type CheckedUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly reason: string };

/** Where something may go, and how that is said. */
export type UrlRules = {
  readonly forbid: ForbidAddress;
  /** What goes there. */
  readonly goes: "report" | "request";
  /** The URL as it may be shown: what is said of it stands in logs and in the store. */
  readonly show: (url: string) => string;
};

/**
 * Looks at a URL before anything is asked of the network. Addresses are looked at as the URL standard reads them, which turns forms such as
 * `2130706433`, `0x7f.1` and `0177.0.0.1` into `127.0.0.1`; names are looked at again when they are resolved. `base` is what leads there.
 */
export function checkUrl(text: string, rules: UrlRules, base?: URL): CheckedUrl {
  const refused = (what: string): CheckedUrl => ({ ok: false, reason: `The URL ${shownUrl(text, rules)} ${what}.` });
  const url = URL.parse(text, base);
  if (url === null) return refused("is no URL");
  if (url.protocol !== "http:" && url.protocol !== "https:") return refused("is neither http nor https");
  if (url.username !== "" || url.password !== "") return refused("holds a user name or a password");
  if (base?.protocol === "https:" && url.protocol === "http:") return refused("leaves https for http");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const forbidden = isIP(host) === 0 ? forbiddenName(host, rules.forbid) : rules.forbid(host);
  return forbidden === undefined ? { ok: true, url } : refused(leadsWrong(rules, forbidden));
}

/** What is wrong with a URL that leads to a forbidden address. */
export function leadsWrong({ goes }: UrlRules, why: string): string {
  return `leads where no ${goes} goes: ${why}`;
}

/**
 * A URL within a sentence, as it may stand in logs and in the store, in quotes: without a password, and without what is behind the host's name, which may be
 * a secret. Of what is no URL that is told as well as it can be.
 */
export function shownUrl(text: string, { show }: UrlRules): string {
  const [place = ""] = /^([a-z][\w+.-]*:)?([/\\]{2})?[^/\\?#]*/i.exec(text) ?? [];
  const rest = text.slice(place.length);
  const named = show(place.replace(/^((?:[^/]*\/\/)?).*@/s, "$1***@"));
  const shown = named.length > 200 ? `${named.slice(0, 199)}…` : named;
  return JSON.stringify(`${shown}${rest.length > 1 ? "/…" : rest}`);
}

/** `localhost` and what is below it mean this machine, whatever a resolver says (RFC 6761). */
function forbiddenName(host: string, forbid: ForbidAddress): string | undefined {
  const isLocal = /(^|\.)localhost\.?$/.test(host);
  return isLocal && forbid("127.0.0.1") !== undefined ? `${host} is this machine itself` : undefined;
}
