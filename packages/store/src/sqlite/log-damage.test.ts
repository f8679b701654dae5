import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CommitUnit } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { findLogDamage } from "./log-damage.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const headerBytes = 32;
const frameBytes = 24 + 4_096;

/** The log of some commits, as a killed process leaves it, and what is found of a changed one. */
async function withLog(check: (log: Buffer, find: (changed: Uint8Array) => string | undefined) => void): Promise<void> {
  using folder = createDataFolder();
  const store = await openSqliteStore({ path: folder.file });
  for (let commit = 0; commit < 12; commit++) await store.commit([unitOf(commit)]);
  const log = readFileSync(`${folder.file}-wal`);
  const path = `${folder.path}/log`;
  check(log, (changed) => {
    writeFileSync(path, changed);
    return findLogDamage(path);
  });
  await store.close();
}

function unitOf(commit: number): CommitUnit {
  const event = { type: "message-dropped", messageId: `m${commit}`, reason: "x".repeat(9_000) } as const;
  return {
    inbox: [{ id: `m${commit}`, receivedAt: commit }],
    journal: [{ threadId: "a", conversationId: "a-1", at: commit, event, entries: [], effects: [] }],
  };
}

/** The frames of a log that end a commit. */
function commitFrames(log: Buffer): number[] {
  const frames = Array.from({ length: (log.length - headerBytes) / frameBytes }, (_, frame) => frame);
  return frames.filter((frame) => log.readUInt32BE(headerBytes + frame * frameBytes + 4) !== 0);
}

function withDamage(log: Buffer, frame: number, at = 1_000): Buffer {
  const damaged = Buffer.from(log);
  const offset = headerBytes + frame * frameBytes + at;
  damaged.writeUInt8(damaged.readUInt8(offset) ^ 0xff, offset);
  return damaged;
}

describe("It is true that a write-ahead log", () => {
  test("that is as it was written, or is absent, has no damage", async () => {
    await withLog((log, find) => {
      expect(commitFrames(log).length).toBeGreaterThan(12);
      expect(find(log)).toBeUndefined();
    });
    expect(findLogDamage("/nowhere/at/all")).toBeUndefined();
  });

  test("with a changed byte in any commit but the last two is damaged, whatever byte it is (1, 2)", {
    timeout: 60_000,
  }, async () => {
    await withLog((log, find) => {
      const last = commitFrames(log).at(-3) ?? 0;
      expect(last).toBeGreaterThan(20);
      for (let frame = 0; frame <= last; frame++) {
        for (const at of [0, 8, 16, 24, frameBytes - 1]) {
          expect(find(withDamage(log, frame, at))).toBe(`Frame ${frame} of its log is damaged.`);
        }
      }
    });
  });

  test("that was cut off anywhere, or torn in its last commit, is not damaged (2)", async () => {
    await withLog((log, find) => {
      for (let size = 0; size < log.length; size += 1_333) expect(find(log.subarray(0, size))).toBeUndefined();
      const [first = 0, last = 0] = commitFrames(log).slice(-2);
      for (let frame = first + 1; frame <= last; frame++) expect(find(withDamage(log, frame))).toBeUndefined();
    });
  });

  test("whose header was changed is damaged, and one of zeros never held anything", async () => {
    await withLog((log, find) => {
      const damaged = Buffer.from(log).fill(0xa5, 8, 12);
      expect(find(damaged)).toBe("The header of its log is damaged.");
      expect(find(Buffer.alloc(log.length))).toBeUndefined();
    });
  });

  test("that was begun anew over an older one is not damaged (3)", async () => {
    await withLog((log, find) => {
      const middle = headerBytes + ((commitFrames(log)[5] ?? 0) + 1) * frameBytes;
      const older = Buffer.from(log);
      for (let offset = middle; offset < older.length; offset += frameBytes) older.writeUInt32BE(1, offset + 8);
      expect(find(older)).toBeUndefined();
    });
  });

  test("behind which a commit that failed left its frames is not damaged (2)", async () => {
    await withLog((log, find) => {
      const [first = 0, second = 0] = commitFrames(log).slice(-2);
      // The commit before the last one written anew and shorter, over frames of one that was taken back.
      const start = headerBytes + first * frameBytes;
      const left = withDamage(log, first, 16).subarray(0, headerBytes + (second + 1) * frameBytes);
      expect(left.length).toBeGreaterThan(start);
      expect(find(left)).toBeUndefined();
    });
  });

  test("is read by the pieces, however long it is", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    for (let round = 0; round < 40; round++)
      await store.commit(Array.from({ length: 10 }, (_, n) => unitOf(round * 10 + n)));
    const copy = `${folder.path}/log`;
    copyFileSync(`${folder.file}-wal`, copy);
    await store.close();
    expect(statSync(copy).size).toBeGreaterThan(headerBytes + 600 * frameBytes);
    expect(findLogDamage(copy)).toBeUndefined();
    writeFileSync(copy, withDamage(readFileSync(copy), 599));
    expect(findLogDamage(copy)).toBe("Frame 599 of its log is damaged.");
  });
});
