import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { type QrCode, qrCodeOf, qrPath, qrSvg } from "./qr-code.ts";

const link = "https://wa.me/31612345678?text=Hi%20there%20%F0%9F%99%82";

describe("It is true that a QR code", () => {
  it("is read by a scanner as the link that it was made of", () => {
    const code = qrCodeOf(link);
    expect(read(code ?? [])).toBe(link);
  });

  it("has a quiet zone of four squares round it", () => {
    const code = qrCodeOf(link) ?? [];
    expect(code.length).toBeGreaterThan(20);
    for (const row of [...code.slice(0, 4), ...code.slice(-4)]) expect(row).not.toContain(true);
    for (const row of code) expect([...row.slice(0, 4), ...row.slice(-4)]).not.toContain(true);
  });

  it("is not made of a text that is too long", () => {
    expect(qrCodeOf("x".repeat(4_000))).toBeUndefined();
  });

  it("is drawn square for square by its path", () => {
    const code = qrCodeOf(link) ?? [];
    expect(drawn(qrPath(code), code.length)).toEqual(code);
    expect(qrSvg(code)).toContain(`viewBox="0 0 ${code.length} ${code.length}"`);
  });
});

/** Reads a code as a camera sees it: some pixels for each square. */
function read(code: QrCode): string {
  const scale = 4;
  const size = code.length * scale;
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const light = code[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true ? 0 : 255;
      data.set([light, light, light, 255], (y * size + x) * 4);
    }
  return decodeQR({ width: size, height: size, data });
}

function drawn(path: string, size: number): QrCode {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return rows;
}
