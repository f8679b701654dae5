import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/*
 * A write-ahead log ends at its first frame that is not right (SQLite, WAL-mode File Format): what a power failure left half written was never
 * acknowledged and is rightly dropped. A damaged frame in the middle looks the same to SQLite, which would drop, without a word, all that
 * was acknowledged after it. This tells the two apart.
 *
 * 1. A frame's checksum goes on from the one written in the frame before. So frames behind a damaged one can still be judged by themselves.
 * 2. Commits are synced one after another, so that at most the last one is torn. A right commit frame directly followed by another right
 *    frame was acknowledged; behind a wrong frame the two prove damage. What a failed commit left behind never has the two.
 * 3. Frames from before the log was begun anew carry other salts and are never right.
 */

const headerBytes = 32;
const frameHeaderBytes = 24;
const framesPerRead = 256;

type Checksum = { readonly first: number; readonly second: number };

/** What is wrong with a write-ahead log, in a sentence; undefined when nothing is, or when it is absent. Its last commit may be torn. */
export function findLogDamage(path: string): string | undefined {
  const file = openIfPresent(path);
  if (file === undefined) return undefined;
  try {
    const { size } = fstatSync(file);
    const header = read(file, 0, headerBytes);
    if (size <= headerBytes || header.every((byte) => byte === 0)) return undefined;
    const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
    const start = checksumOf(header.subarray(0, 24), { first: 0, second: 0 }, isBigEndian);
    if (!isEqual(start, storedAt(header, 24))) return "The header of its log is damaged.";
    return findDamagedFrame(file, { header, size, isBigEndian });
  } finally {
    closeSync(file);
  }
}

type Log = { readonly header: Buffer; readonly size: number; readonly isBigEndian: boolean };

function findDamagedFrame(file: number, { header, size, isBigEndian }: Log): string | undefined {
  const frameBytes = frameHeaderBytes + header.readUInt32BE(8);
  const salts = header.subarray(16, 24);
  let before = storedAt(header, 24);
  let wrong: number | undefined;
  let wasCommit = false;
  for (let offset = headerBytes; offset + frameBytes <= size; ) {
    const frames = Math.min(framesPerRead, Math.floor((size - offset) / frameBytes));
    const bytes = read(file, offset, frames * frameBytes);
    for (let start = 0; start < bytes.length; start += frameBytes) {
      const frame = bytes.subarray(start, start + frameBytes);
      const isRight = frame.subarray(8, 16).equals(salts) && isFrameRight(frame, before, isBigEndian);
      if (!isRight) wrong ??= (offset + start - headerBytes) / frameBytes;
      else if (wrong !== undefined && wasCommit) return `Frame ${wrong} of its log is damaged.`;
      wasCommit = wrong !== undefined && isRight && frame.readUInt32BE(4) !== 0;
      before = storedAt(frame, 16);
    }
    offset += frames * frameBytes;
  }
  return undefined;
}

function isFrameRight(frame: Buffer, before: Checksum, isBigEndian: boolean): boolean {
  const head = checksumOf(frame.subarray(0, 8), before, isBigEndian);
  return isEqual(checksumOf(frame.subarray(frameHeaderBytes), head, isBigEndian), storedAt(frame, 16));
}

/** The checksum of the format, over pairs of 32-bit words, going on from another one. */
function checksumOf(bytes: Buffer, { first, second }: Checksum, isBigEndian: boolean): Checksum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let offset = 0; offset < bytes.length; offset += 8) {
    first = (first + view.getUint32(offset, !isBigEndian) + second) >>> 0;
    second = (second + view.getUint32(offset + 4, !isBigEndian) + first) >>> 0;
  }
  return { first, second };
}

function storedAt(bytes: Buffer, offset: number): Checksum {
  return { first: bytes.readUInt32BE(offset), second: bytes.readUInt32BE(offset + 4) };
}

function isEqual(left: Checksum, right: Checksum): boolean {
  return left.first === right.first && left.second === right.second;
}

/** Bytes of the file from an offset; those beyond its end are zero. */
function read(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function openIfPresent(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
