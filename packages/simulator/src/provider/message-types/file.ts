import { endingsOf, type MediaKind, mediaTypes } from "@parley/messaging";
import { z } from "zod";
import type { Failure } from "../../delivery.ts";
import { simulatorLimits } from "../../limits.ts";
import { type MetaError, metaError } from "../meta-error.ts";
import type { Delivering } from "./message-type.ts";
import { wireId } from "./wire-text.ts";

/** A file of a message: the id of one that was uploaded, or a link to one (Cloud API, Media messages). */
export const fileSchema = z.object({
  id: wireId.optional(),
  link: z.string("must be a string.").max(simulatorLimits.nameLength).optional(),
});

type WireFile = z.infer<typeof fileSchema>;

/** Where a file stands in its request: its name as Meta writes it, such as `image` or `template['components'][0]['parameters'][0]['image']`. */
export type FilePlace = { readonly name: string; readonly kind: MediaKind };

/** What is wrong with a file, in Meta's words: no source or two, an id of no file or of one of another kind, a link that is none. */
export function fileProblem(file: WireFile, place: FilePlace, { world }: Delivering): MetaError | undefined {
  const { id, link } = file;
  const { name, kind } = place;
  if (id === undefined && link === undefined) {
    return metaError(131008, { details: `Param ${name} must have either id or link.` });
  }
  if (id !== undefined && link !== undefined) {
    return metaError(131009, { details: `Param ${name} must have either id or link, not both.` });
  }
  if (link !== undefined)
    return isLink(link) ? undefined : metaError(100, { title: `Param ${name}['link'] is not a valid URI.` });
  const stored = world.files.get(id ?? "");
  if (stored === undefined) {
    const title = `Param ${name}['id'] is not a valid whatsapp business account media attachment ID`;
    return metaError(100, { title });
  }
  return takes(kind, stored.mimeType) ? undefined : metaError(131053, { details: unsupported(kind, stored.mimeType) });
}

/**
 * Why a message with a link fails after it was taken: WhatsApp looks at the file itself, the simulator at the ending of its name. One without an
 * ending that it knows is taken for what the message says it is.
 */
export function linkFailure({ link }: WireFile, { kind }: FilePlace): Failure | undefined {
  const path = link === undefined ? undefined : URL.parse(link)?.pathname.toLowerCase();
  const ending = /\.([a-z0-9]{1,8})$/.exec(path ?? "")?.[1];
  const mimeType = ending === undefined ? undefined : mimeTypeOf(ending, kind);
  if (mimeType === undefined || takes(kind, mimeType)) return undefined;
  return { code: 131053, details: unsupported(kind, mimeType) };
}

/** Whether a kind of message takes a file of a MIME type; a document takes any (Cloud API, Media). */
function takes(kind: MediaKind, mimeType: string): boolean {
  return kind === "document" || mimeTypesOf(kind).some((known) => bare(known) === bare(mimeType));
}

/** The type that a file's ending tells of: one of the kind itself if it has that ending, as `.mp4` is of two. */
function mimeTypeOf(ending: string, kind: MediaKind): string | undefined {
  const kinds = [kind, ...(Object.keys(mediaTypes) as MediaKind[])];
  return kinds.flatMap((each) => mimeTypesOf(each).filter((type) => endingsOf(each, type)?.includes(ending))).at(0);
}

function unsupported(kind: MediaKind, mimeType: string): string {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return `Unsupported ${name} mime type ${mimeType}. Please use one of ${mimeTypesOf(kind).map(bare).join(", ")}.`;
}

function mimeTypesOf(kind: MediaKind): string[] {
  return Object.keys(mediaTypes[kind].endings);
}

/** A MIME type without its parameters: `audio/ogg` of `audio/ogg; codecs=opus`. */
function bare(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}

function isLink(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}
