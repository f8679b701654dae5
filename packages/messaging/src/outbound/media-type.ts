/** The kinds of media files. */
export const mediaKinds = ["image", "video", "audio", "document", "sticker"] as const;

/** A kind of media file. */
export type MediaKind = (typeof mediaKinds)[number];

const megabyte = 1024 * 1024;

/**
 * What WhatsApp takes of each kind: the largest file in bytes, and for each MIME type the endings of its file names (WhatsApp node page, Media; Cloud
 * API, Media). Base OGG is not taken, only Opus in it.
 */
export const mediaTypes: Readonly<Record<MediaKind, MediaType>> = {
  image: { bytes: 5 * megabyte, endings: { "image/jpeg": ["jpg", "jpeg"], "image/png": ["png"] } },
  video: { bytes: 16 * megabyte, endings: { "video/mp4": ["mp4"], "video/3gpp": ["3gp", "3gpp"] } },
  audio: {
    bytes: 16 * megabyte,
    endings: {
      "audio/aac": ["aac"],
      "audio/mpeg": ["mp3", "mpeg", "mpga"],
      "audio/mp4": ["m4a", "mp4"],
      "audio/amr": ["amr"],
      "audio/ogg; codecs=opus": ["ogg", "opus"],
    },
  },
  document: {
    bytes: 100 * megabyte,
    endings: {
      "application/pdf": ["pdf"],
      "application/msword": ["doc"],
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
      "application/vnd.ms-powerpoint": ["ppt"],
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
      "application/vnd.ms-excel": ["xls"],
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
      "text/plain": ["txt"],
    },
  },
  /** Static ones up to 100 KB, animated ones up to 500 KB, 512 x 512 pixels. */
  sticker: { bytes: 500 * 1024, endings: { "image/webp": ["webp"] } },
};

type MediaType = { readonly bytes: number; readonly endings: { readonly [mimeType: string]: readonly string[] } };

/** The endings that a link to a file of a MIME type may have; undefined for a type that the kind does not take. */
export function endingsOf(kind: MediaKind, mimeType: string): readonly string[] | undefined {
  const { endings } = mediaTypes[kind];
  return Object.hasOwn(endings, mimeType) ? endings[mimeType] : undefined;
}

/** What is wrong with a link for a MIME type, as a predicate; undefined when nothing is (WhatsApp node page, Payload: "must end in the same file format"). */
export function linkEndingProblem(link: string, kind: MediaKind, mimeType: string): string | undefined {
  const endings = endingsOf(kind, mimeType);
  const path = URL.parse(link)?.pathname.toLowerCase();
  if (endings === undefined || path === undefined || endings.some((ending) => path.endsWith(`.${ending}`)))
    return undefined;
  return `does not end in ${endings.map((ending) => `.${ending}`).join(" or ")}, as a link to ${mimeType} must`;
}
