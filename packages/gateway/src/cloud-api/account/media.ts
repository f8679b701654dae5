import { type MediaKind, mediaKinds, mediaTypes } from "@parley/messaging";
import { FormData } from "undici";
import { z } from "zod";
import type { AccountAnswer, MediaFile } from "../../account.ts";
import { cloudApiErrors } from "../../wire/errors.ts";
import { wireIdSchema } from "../../wire/wire.ts";
import type { Caller } from "./caller.ts";

const uploadedSchema = z.object({ id: wireIdSchema }).transform(({ id }) => ({ mediaId: id }));

/** Uploads a file for messages (Cloud API, Media, Upload). One that WhatsApp would not take is refused before a byte is sent. */
export async function uploadMedia(
  call: Caller,
  phoneNumberId: string,
  { file, signal }: { readonly file: MediaFile; readonly signal: AbortSignal },
): Promise<AccountAnswer<{ readonly mediaId: string }>> {
  const mimeType = file.mimeType.toLowerCase().replace(/\s*;\s*/, "; ");
  const problem = problemOf(file, mimeType);
  if (problem !== undefined) return refused(problem);
  const body = new FormData();
  body.append("messaging_product", "whatsapp");
  body.append("type", mimeType);
  body.append("file", new Blob([new Uint8Array(file.bytes)], { type: mimeType }), file.fileName);
  return call({ method: "POST", path: [phoneNumberId, "media"], body }, uploadedSchema, signal);
}

function problemOf({ bytes, mimeType }: MediaFile, normalised: string): string | undefined {
  const kind = kindOf(normalised);
  if (kind === undefined)
    return `The file is of the type ${JSON.stringify(mimeType)}, which WhatsApp does not take; see the WhatsApp node's media types.`;
  if (bytes.length === 0) return "The file is empty.";
  const most = mediaTypes[kind].bytes;
  return bytes.length > most
    ? `The file has ${bytes.length} bytes; WhatsApp takes at most ${most} for ${kind}.`
    : undefined;
}

function kindOf(mimeType: string): MediaKind | undefined {
  return mediaKinds.find((kind) => Object.hasOwn(mediaTypes[kind].endings, mimeType));
}

/** Said under the code that the provider itself has for uploads. */
function refused(details: string): AccountAnswer<never> {
  const code = 131053;
  return { type: "refused", error: { code, title: cloudApiErrors[code]?.title ?? "", details } };
}
