/**
 * A body as text: by the encoding that its content type names, else by that of its XML declaration, else as UTF-8. One that nobody knows counts as none. Bytes
 * that are no text become U+FFFD.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const named = /;\s*charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType)?.[1] ?? declaredIn(body);
  return decoder(named).decode(body);
}

/** What an XML declaration says of itself, which it does in ASCII. */
function declaredIn(body: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...body.subarray(0, 200));
  return /^(?:\xEF\xBB\xBF)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w:.-]{1,40})["']/.exec(beginning)?.[1];
}

function decoder(encoding: string | undefined): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
