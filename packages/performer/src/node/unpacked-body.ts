import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { HttpRefusal, tooLongAnswer } from "../http/http-refusal.ts";
import { performerLimits } from "../limits.ts";

const { responseBytes, packings: mostPackings } = performerLimits;

/** What is asked of servers. */
export const acceptedPackings = "gzip, deflate, br";

type Unpack = (body: Buffer) => Promise<Buffer>;

/** Stops as soon as it has given more than it may: a bomb of a few bytes never becomes large. */
const bound = { maxOutputLength: responseBytes };
const [gunzipBound, inflateBound, inflateRawBound, brotliBound] = [
  promisify<Buffer, typeof bound, Buffer>(gunzip),
  promisify<Buffer, typeof bound, Buffer>(inflate),
  promisify<Buffer, typeof bound, Buffer>(inflateRaw),
  promisify<Buffer, typeof bound, Buffer>(brotliDecompress),
];

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: (body) => gunzipBound(body, bound),
  "x-gzip": (body) => gunzipBound(body, bound),
  // Servers mean by it zlib's form (RFC 9110, 8.4.1.2) or the bare one; the former begins with its method, 8.
  deflate: (body) => (((body[0] ?? 0) & 0x0f) === 8 ? inflateBound : inflateRawBound)(body, bound),
  br: (body) => brotliBound(body, bound),
};

/** Reads a body whole and unpacks it, as its `content-encoding` says. Throws `HttpRefusal` where it is too long or packed as nobody asked. */
export async function readUnpacked(body: AsyncIterable<Buffer>, contentEncoding: string): Promise<Buffer> {
  const packings = contentEncoding
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  // Looked at even where it is empty: what is left unread would hold up its connection.
  let unpacked = await readWhole(body);
  if (packings.length > mostPackings)
    throw new HttpRefusal(`The answer is packed ${packings.length} times; at most ${mostPackings} are unpacked.`);
  for (const name of packings.toReversed()) unpacked = await unpackOne(unpacked, name);
  return unpacked;
}

async function unpackOne(body: Buffer, name: string): Promise<Buffer> {
  if (body.length === 0) return body;
  const unpack = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
  if (unpack === undefined)
    throw new HttpRefusal(
      `The answer is packed as ${JSON.stringify(name.slice(0, 40))}; only gzip, deflate and br are unpacked.`,
    );
  try {
    return await unpack(body);
  } catch (error) {
    const isTooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    if (isTooLong) throw new HttpRefusal(tooLongAnswer.replace(" and was", " when it is unpacked, and was"));
    throw new HttpRefusal(`The answer is said to be packed as ${name}, and cannot be unpacked.`);
  }
}

async function readWhole(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > responseBytes) throw new HttpRefusal(tooLongAnswer);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
