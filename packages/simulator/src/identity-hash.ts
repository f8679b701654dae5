import { base64 } from "./base64.ts";

/** A hash of the form that WhatsApp's identity key hashes have, such as `DF2lS5v2W6x=`: always the same for a text, and hardly ever that of another. */
export function identityHashOf(text: string): string {
  // FNV-1a over 64 bits: nobody's secret hangs on it, and it needs nothing of the runtime.
  let hash = 0xcbf29ce484222325n;
  for (let place = 0; place < text.length; place += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(place))) * 0x100000001b3n);
  }
  return base64(Array.from({ length: 8 }, (_, index) => Number((hash >> BigInt(index * 8)) & 0xffn)));
}
