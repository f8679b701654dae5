import type { Json } from "@parley/messaging";
import { holdsSealed, mapStrings, maskSealed, openSealed, sealedText } from "@parley/messaging";

/** Opens what was sealed; undefined when it does not open. */
export type Open = (sealed: string) => string | undefined;

/** The secrets of one request: they stand in it open, and in nothing that is said or kept of it. */
export interface Secrets {
  /** The text with its secrets open, each written as its place demands. */
  open(text: string, writtenFor: SecretPlace): string;
  /** Whether this text holds a secret, sealed. */
  isIn(text: string): boolean;
  /** The text with bullets in the place of secrets, open or sealed: for sentences. */
  mask(text: string): string;
  /** What came back, with secrets that it repeats sealed again: texts of any data. */
  seal(value: string): string;
  sealAll(value: Json): Json;
}

/** Where a secret stands: as it is, within JSON's quotation marks, or in a URL or a form, where it was encoded when it was still sealed. */
export type SecretPlace = "text" | "json" | "encoded";

/** Shorter secrets are in too many innocent texts to be looked for. */
const leastLength = 4;

/** A sealed secret within a URL: its two marks, U+E0F1 and U+E0F2, as encoded. */
const encodedSealed = /%EE%83%B1(\d{1,5})\.([\w.-]{1,20000})%EE%83%B2/gi;

/** Makes the keeper of the secrets of one request. */
export function createSecrets(open: Open): Secrets {
  const opened = new Map<string, string>();
  const openOne = (sealed: string): string | undefined => {
    const secret = open(sealed);
    if (secret !== undefined && secret.length >= leastLength) opened.set(secret, sealedText(sealed, secret.length));
    return secret;
  };
  const openAll = (text: string, write: (secret: string) => string): string =>
    openSealed(text, (sealed) => {
      const secret = openOne(sealed);
      return secret === undefined ? undefined : write(secret);
    });
  /** Each secret in all the ways that it may be written, the longest first, since one may be within another. */
  const writings = (): (readonly [writing: string, sealed: string])[] =>
    [...opened]
      .flatMap(([secret, sealed]) =>
        [secret, inJson(secret), inUrl(secret)].map((writing) => [writing, sealed] as const),
      )
      .toSorted(([one], [other]) => other.length - one.length);
  const replaceAll = (text: string, write: (sealed: string) => string): string =>
    writings().reduce((done, [writing, sealed]) => done.replaceAll(writing, () => write(sealed)), text);
  const seal = (text: string): string => replaceAll(text, (sealed) => sealed);
  return {
    open: (text, place) => {
      if (place === "text") return openAll(text, (secret) => secret);
      if (place === "json") return openAll(text, inJson);
      const marked = text.replaceAll(encodedSealed, (whole, length: string, sealed: string) => {
        const mark = sealedText(sealed, Number(length));
        const written = openAll(mark, inUrl);
        return written === mark ? whole : written;
      });
      return openAll(marked, (secret) => secret);
    },
    isIn: (text) => holdsSealed(text) || text.search(encodedSealed) >= 0,
    mask: (text) => maskSealed(replaceAll(text.replaceAll(encodedSealed, "•••"), () => "•••")),
    seal,
    sealAll: (value) => (opened.size === 0 ? value : mapStrings(value, seal)),
  };
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Half a pair of surrogates cannot be encoded. */
function inUrl(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
