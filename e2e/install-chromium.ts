import { spawnSync } from "node:child_process";
import { findChromium } from "@parley/testing/processes";

/*
 * Sees to it that there is a Chromium for the tests in a browser: one that is there already, else Playwright's own, else the system's package.
 * Exits with 1 and a sentence where none can be had.
 */

/** A download that takes longer will not end on this network. */
const downloadMs = 90_000;
/** A system's package comes with others. */
const packageMs = 300_000;

/** Ways to install one; the first that leads to a Chromium is the last that is tried. */
const ways: readonly { readonly name: string; readonly command: readonly string[]; readonly withinMs: number }[] = [
  { name: "Playwright", command: ["npx", "playwright", "install", "chromium"], withinMs: downloadMs },
  ...packageWays(),
];

if (import.meta.main) {
  const found = findChromium() ?? install();
  if (found === undefined) {
    process.stderr.write(
      "There is no Chromium, and none could be installed. Install one by `npx playwright install chromium` or from your system's packages, or name one by PARLEY_CHROMIUM.\n",
    );
    process.exitCode = 1;
  } else process.stdout.write(`Chromium is at ${found}.\n`);
}

function install(): string | undefined {
  for (const { name, command, withinMs } of ways) {
    process.stdout.write(`Chromium is installed from ${name} …\n`);
    const [program = "", ...args] = command;
    spawnSync(program, args, { stdio: "inherit", timeout: withinMs });
    const found = findChromium();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Debian's packages, where this process may install them. */
function packageWays() {
  const isRoot = process.getuid?.() === 0;
  const mayBecomeRoot = !isRoot && succeeds("sudo", ["-n", "true"]);
  if (!succeeds("apt-get", ["--version"]) || !(isRoot || mayBecomeRoot)) return [];
  const install = "apt-get update && apt-get install -y --no-install-recommends chromium";
  const command = [...(isRoot ? [] : ["sudo", "-n"]), "sh", "-c", install];
  return [{ name: "the system's packages", command, withinMs: packageMs }];
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore", timeout: 10_000 }).status === 0;
}
