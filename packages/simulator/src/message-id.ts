import { base64 } from "./base64.ts";

/**
 * Makes a source of message ids that look like WhatsApp's: `wamid.` and the base64 of some bytes with the person's identity in them.
 * Each id comes once, whatever `random` gives, since a counter is part of it.
 */
export function createMessageIds(random: () => number): (identity: string) => string {
  let count = 0;
  return (identity) => {
    count += 1;
    const unique = `${hex(count, 8)}${hex(Math.floor(random() * 2 ** 32), 8)}`;
    return `wamid.${base64([0x1c, 0x18, identity.length, ...bytesOf(identity), 0x15, 0x02, ...bytesOf(unique), 0x00])}`;
  };
}

function hex(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, "0");
}

/** One byte per character: identities and hexadecimal digits are ASCII. */
function bytesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
