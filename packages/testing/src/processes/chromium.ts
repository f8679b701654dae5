import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** What Chromium is called where systems install it. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium that tests are run with: the one that `PARLEY_CHROMIUM` names, else Playwright's own, else the system's; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env["PARLEY_CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const found = [chromium.executablePath(), ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return found.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How it is started: what it would ask of the network stays asked by nobody, and as root it cannot shut itself in. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-gpu",
];
