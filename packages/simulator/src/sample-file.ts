import type { MediaKind } from "@parley/messaging";

/*
 * What stands behind the media that people send: small files which begin as files of their kind do, so that whoever downloads one gets what its
 * type says. The picture, the sticker and the document can be opened; the voice and the video are no more than their heads.
 */

const jpeg =
  "ffd8ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b" +
  "080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9";
const webp = "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700";
const ogg = "4f676753000200000000000000000000000000000000000000000113" + "4f70757348656164010100000000000000000000";
const mp4 = "0000001866747970" + "6d70343200000000" + "6d70343269736f6d" + "00000008" + "6d646174";
const pdf = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
`;

const samples: { readonly [Kind in MediaKind]: { readonly mimeType: string; readonly bytes: Uint8Array } } = {
  image: { mimeType: "image/jpeg", bytes: bytesOfHex(jpeg) },
  audio: { mimeType: "audio/ogg; codecs=opus", bytes: bytesOfHex(ogg) },
  video: { mimeType: "video/mp4", bytes: bytesOfHex(mp4) },
  document: { mimeType: "application/pdf", bytes: new TextEncoder().encode(pdf) },
  sticker: { mimeType: "image/webp", bytes: bytesOfHex(webp) },
};

/** A small file of a kind, with the MIME type that phones most often send. */
export function sampleFile(kind: MediaKind): { readonly mimeType: string; readonly bytes: Uint8Array } {
  return samples[kind];
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
