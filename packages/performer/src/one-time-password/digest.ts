/**
 * A keyed digest of a one-time password as it is kept: the scheme, the salt and the HMAC-SHA256 of both salt and code, in base64url. The key is what keeps
 * short codes from being tried out by whoever reads the store.
 */
export type Digest = { readonly salt: string; readonly mac: string };

const scheme = "h1";

/** Bytes of a salt: two passwords never have the same. */
export const saltBytes = 16;

export function writeDigest({ salt, mac }: Digest): string {
  return `${scheme}.${salt}.${mac}`;
}

/** Reads a digest; undefined when it is none of this scheme. */
export function readDigest(text: string): Digest | undefined {
  const match = /^h1\.([\w-]{22})\.([\w-]{43})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { salt: match[1], mac: match[2] };
}

/** Said where a digest is none that was made here. */
export const unknownDigest = "The digest of the one-time password has an unknown form; generate a new one.";
