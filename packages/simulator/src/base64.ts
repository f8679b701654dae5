const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The base64 of some bytes, by hand: it is part of no language and of different names in every runtime. */
export function base64(bytes: readonly number[]): string {
  let text = "";
  for (let place = 0; place < bytes.length; place += 3) {
    const [first = 0, second, third] = bytes.slice(place, place + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += `${letter(bits >> 18)}${letter(bits >> 12)}`;
    text += `${second === undefined ? "=" : letter(bits >> 6)}${third === undefined ? "=" : letter(bits)}`;
  }
  return text;
}

function letter(bits: number): string {
  return alphabet.charAt(bits & 0x3f);
}
