import { encodeQR } from "qr";

/** A QR code as rows of squares, true for dark ones, with the quiet zone round it that scanners need. */
export type QrCode = readonly (readonly boolean[])[];

/** Squares of quiet zone on each side (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** Pixels of a square in a picture file: large enough for print at the size of a hand. */
const pixelsPerSquare = 16;

/** The QR code of a text, which can be read with 15 % of it gone; undefined where the text is too long for one. */
export function qrCodeOf(text: string): QrCode | undefined {
  try {
    return encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  } catch {
    return undefined;
  }
}

/** The dark squares as one path, in which a square measures 1 by 1: each row's neighbours are one stroke. */
export function qrPath(code: QrCode): string {
  return code
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1h-${(end === -1 ? row.length : end) - x}z`];
      }),
    )
    .join("");
}

/** The code as an SVG file, black on white. */
export function qrSvg(code: QrCode): string {
  const size = code.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * pixelsPerSquare}" height="${size * pixelsPerSquare}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<path d="${qrPath(code)}" fill="#000"/>`,
    "</svg>",
    "",
  ].join("\n");
}

/** The code as a PNG file, black on white; undefined where the browser makes none. */
export async function qrPng(code: QrCode): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = code.length * pixelsPerSquare;
  const pen = canvas.getContext("2d");
  if (pen === null) return undefined;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  pen.scale(pixelsPerSquare, pixelsPerSquare);
  pen.fill(new Path2D(qrPath(code)));
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png"));
}
