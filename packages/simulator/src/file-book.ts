import type { Clock } from "@parley/messaging";
import { createBoundedMap } from "./bounded-map.ts";

/** A file that a business uploaded or a person sent. */
export type StoredFile = {
  readonly id: string;
  /** The business number it was uploaded for or sent to. */
  readonly phoneNumberId: string;
  /** Who it came from; a business's upload lives longer than a person's file. */
  readonly from: "business" | "person";
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** The base64 of its SHA-256; empty where nobody reckons it. */
  readonly sha256: string;
  /** When it was stored, in milliseconds. */
  readonly at: number;
};

/** The files of a world, within a number of bytes. */
export interface FileBook {
  /** Keeps a file; the oldest ones go where there is no room. */
  add(file: Omit<StoredFile, "id" | "sha256" | "at">): StoredFile;
  /** A file, unless there is none or its time is over. */
  get(id: string): StoredFile | undefined;
  /** Gives false when there is none. */
  remove(id: string): boolean;
  /** How many bytes are kept. */
  bytes(): number;
  clear(): void;
}

/** What a file book works with. */
export type FileBookOptions = {
  readonly clock: Pick<Clock, "now">;
  readonly nextId: () => string;
  /** The base64 of the SHA-256 of some bytes. */
  readonly sha256: (bytes: Uint8Array) => string;
  readonly limits: { readonly files: number; readonly fileBytes: number };
};

const day = 24 * 60 * 60 * 1000;

/** How long an id may be used (Cloud API, Media: uploads 30 days, media of webhooks 7 days). */
const lifetimeMs = { business: 30 * day, person: 7 * day } as const;

/** Makes an empty file book. */
export function createFileBook({ clock, nextId, sha256, limits }: FileBookOptions): FileBook {
  let bytes = 0;
  const files = createBoundedMap<string, StoredFile>(limits.files, (file) => forget(file));

  function forget(file: StoredFile): void {
    bytes -= file.bytes.length;
  }

  function remove(id: string): boolean {
    const file = files.get(id);
    if (file === undefined) return false;
    files.delete(id);
    forget(file);
    return true;
  }

  function makeRoom(): void {
    for (const { id } of files.values()) {
      if (bytes <= limits.fileBytes || files.size <= 1) return;
      remove(id);
    }
  }

  return {
    add: (part) => {
      const file = { ...part, id: nextId(), sha256: sha256(part.bytes), at: clock.now() };
      bytes += file.bytes.length;
      files.set(file.id, file);
      makeRoom();
      return file;
    },
    get: (id) => {
      const file = files.get(id);
      const isOver = file !== undefined && clock.now() >= file.at + lifetimeMs[file.from];
      return isOver ? undefined : file;
    },
    remove,
    bytes: () => bytes,
    clear: () => {
      files.clear();
      bytes = 0;
    },
  };
}
