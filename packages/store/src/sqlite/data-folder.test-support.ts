import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for a test's data, deleted when it goes out of scope. */
export function createDataFolder(): Disposable & { readonly path: string; readonly file: string } {
  const path = mkdtempSync(join(tmpdir(), "parley-store-"));
  return {
    path,
    file: join(path, "parley.sqlite"),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
