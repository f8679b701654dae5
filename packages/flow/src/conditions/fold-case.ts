/** A text by which two that differ in case alone are equal. Lower case first, because a Kelvin sign is a small k; upper case last, because a Greek final sigma is a sigma and `ß` is `SS`. */
export function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase();
}
