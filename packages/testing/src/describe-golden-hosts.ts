import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { GoldenHost } from "./golden-host/golden-host.ts";
import { playHostGolden } from "./golden-host/play-host-golden.ts";

/**
 * Declares one test for each golden of the host in a folder, `<case>.json`: what the host does now must be what the file says. Run with `-u`,
 * the files are rewritten instead, and their difference is there to be reviewed. Returns what was found.
 */
export function describeGoldenHosts(folder: URL): readonly GoldenHost[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const found = files.map((file) => {
    const path = fileURLToPath(new URL(file, folder));
    return { path, golden: JSON.parse(readFileSync(path, "utf8")) as GoldenHost };
  });
  describe("It is true of the host that", () => {
    for (const { path, golden } of found) {
      test(`${golden.name}`, async () => {
        await expect(`${JSON.stringify(await playHostGolden(golden), null, 2)}\n`).toMatchFileSnapshot(path);
      });
    }
  });
  return found.map(({ golden }) => golden);
}
