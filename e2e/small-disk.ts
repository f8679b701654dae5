import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own, in memory; gone when it is disposed of. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  setReadOnly(isReadOnly: boolean): void;
}

/** Whether this process may mount a file system: it needs the right of the administrator. */
export const mayMount = triesToMount();

/** Mounts a file system of 16 MB. */
export async function mountSmallDisk(): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), "parley-disk-"));
  mount(path);
  const ballast = join(path, "ballast");
  return {
    path,
    fill: () => {
      // Large pieces first, and then every page that is left.
      for (const bytes of [1024 * 1024, 4_096]) while (canAppend(ballast, bytes));
    },
    free: () => rmSync(ballast, { force: true }),
    setReadOnly: (isReadOnly) => {
      run("mount", "-o", `remount,${isReadOnly ? "ro" : "rw"}`, path);
    },
    [Symbol.asyncDispose]: async () => {
      run("umount", "-l", path);
      await rmdir(path);
    },
  };
}

function canAppend(path: string, bytes: number): boolean {
  try {
    writeFileSync(path, Buffer.alloc(bytes), { flag: "a" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}

function mount(path: string): void {
  run("mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "parley-test", path);
}

function triesToMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    // In a place that every Unix has, and for an instant.
    run("unshare", "--mount", "mount", "-t", "tmpfs", "parley-test", tmpdir());
    return true;
  } catch {
    return false;
  }
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: "pipe" });
}
