import type { MultipartFile } from "@fastify/multipart";
import { type MediaKind, mediaTypes } from "@parley/messaging";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { metaError } from "../../provider/meta-error.ts";
import { type Reading, read, refused } from "../../provider/reading.ts";

/** A file that was uploaded. */
type Upload = { readonly mimeType: string; readonly bytes: Uint8Array };

const querySchema = z.object({ messaging_product: z.string().optional() });

/**
 * Reads a form with a file (Cloud API, Media, Upload media). The product may stand in the query, as whatsapp-api-js has it, and `type` may be left
 * out: the file's own type decides, as with Meta. Of a file that is too large no more is kept than its kind may have; the rest is read and dropped,
 * so that whoever sends it reads the refusal.
 */
export async function readUpload(request: FastifyRequest): Promise<Reading<Upload>> {
  let product = querySchema.safeParse(request.query).data?.messaging_product;
  let file: Reading<Upload> | undefined;
  if (!request.isMultipart()) return refused(100, { title: "The parameter file is required." });
  for await (const part of request.parts()) {
    if (part.type === "file") file = part.fieldname === "file" ? await readFile(part) : drop(part);
    else if (part.fieldname === "messaging_product") product = String(part.value);
  }
  if (product === undefined) return refused(100, { title: "The parameter messaging_product is required." });
  if (product !== "whatsapp") return refused(100, { details: "Param messaging_product must be whatsapp." });
  return file ?? refused(100, { title: "The parameter file is required." });
}

function drop(part: MultipartFile): undefined {
  part.file.resume();
  return undefined;
}

async function readFile(part: MultipartFile): Promise<Reading<Upload>> {
  const mimeType = bare(part.mimetype);
  const rule = ruleOf(mimeType);
  const most = rule?.bytes ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (rule === undefined) {
    const title = `Param file must be a file with one of the following types: ${allTypes.join(", ")}. Received file of type '${mimeType}'.`;
    return refused(100, { title });
  }
  if (size === 0 || size > most) return { isValid: false, error: sizeError(rule, size) };
  return read({ mimeType, bytes: Buffer.concat(chunks) });
}

function sizeError({ kind, bytes }: Rule, size: number) {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return metaError(131053, {
    details: `${name} file has size ${size} bytes but must be atmost ${bytes} bytes and non-empty`,
  });
}

type Rule = { readonly kind: MediaKind; readonly bytes: number };

const rules: ReadonlyMap<string, Rule> = new Map(
  (Object.keys(mediaTypes) as MediaKind[]).flatMap((kind) => {
    const { bytes, endings } = mediaTypes[kind];
    return Object.keys(endings).map((type) => [bare(type), { kind, bytes }] as const);
  }),
);

/** The types that may be uploaded; `audio/opus` is another name of Ogg with Opus in it (Cloud API, Media, Supported media types). */
const allTypes = [...rules.keys(), "audio/opus"];

function ruleOf(mimeType: string): Rule | undefined {
  return rules.get(mimeType === "audio/opus" ? "audio/ogg" : mimeType);
}

function bare(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}
