import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Manifest } from "vite";

/*
 * Builds the browser's files into `dist`: `node apps/designer/build.ts [--if-stale]`. Exits with 1 and a sentence where that is not possible, and
 * where the page that people open first would load too much.
 */

/** What the editor's page may load before it can be used, in bytes of gzipped JavaScript: two seconds of a slow mobile line. */
export const firstLoadBytes = 400 * 1024;

const folder = import.meta.dirname;
const output = join(folder, "dist");
/** In the build: what it was made from. */
const stampName = ".vite/sources";

/** What goes into the build, from the root of the repository. */
const sources = [
  "package-lock.json",
  "apps/designer/{build.ts,vite.config.ts,index.html}",
  "apps/designer/{public,src}/**",
  "packages/{messaging,flow,engine,api,gateway,performer,store,host,simulator}/src/**",
];

/** What the editor's page loads: the page itself, and its own part where the page loads that by itself. */
const firstLoaded = ["index.html", "src/editor-page.tsx"];

if (import.meta.main) {
  try {
    console.log(await buildDesigner({ ifStale: process.argv.includes("--if-stale") }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The designer was not built: ${reason}`);
    process.exitCode = 1;
  }
}

/** Builds the designer, and gives a sentence that says so. Rejects when it cannot be built, and when its first load is above the limit. */
export async function buildDesigner({ ifStale }: { readonly ifStale: boolean }): Promise<string> {
  const stamp = stampOf(join(folder, "../.."), sources);
  const stampPath = join(output, stampName);
  if (ifStale && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp)
    return "The designer is up to date.";
  // Only who builds needs it: a start that finds all up to date does not wait for it.
  const { build } = await import("vite");
  const fresh = join(folder, `.build-${process.pid}`);
  try {
    await build({ root: folder, logLevel: "warn", build: { outDir: fresh, emptyOutDir: true, manifest: true } });
    const manifest = JSON.parse(readFileSync(join(fresh, ".vite/manifest.json"), "utf8")) as Manifest;
    const sizes = compressAssets(fresh);
    const files = filesLoaded(manifest, firstLoaded);
    const bytes = files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
    checkFirstLoad(bytes);
    writeFileSync(join(fresh, stampName), stamp);
    putInPlace(fresh);
    return `The designer is built; its first load is ${kilobytes(bytes)} of JavaScript.`;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Puts a build in the place of the one before, so that a server that runs has one at any time, also when the next is not made. */
function putInPlace(fresh: string): void {
  const former = `${fresh}.former`;
  if (existsSync(output)) renameSync(output, former);
  renameSync(fresh, output);
  rmSync(former, { recursive: true, force: true });
}

/** Writes beside each script and style sheet what the server sends of it, gzipped, and gives its bytes. */
function compressAssets(root: string): ReadonlyMap<string, number> {
  const files = globSync("assets/*.{js,css}", { cwd: root });
  return new Map(
    files.map((file) => {
      const compressed = gzipSync(readFileSync(join(root, file)), { level: 9 });
      writeFileSync(join(root, `${file}.gz`), compressed);
      return [file, compressed.length];
    }),
  );
}

/** Throws when a first load has more bytes than it may. */
export function checkFirstLoad(bytes: number): void {
  if (bytes <= firstLoadBytes) return;
  const limit = kilobytes(firstLoadBytes);
  throw new Error(
    `its first load is ${kilobytes(bytes)} of gzipped JavaScript, and may be ${limit}; import what is not needed at once by import().`,
  );
}

/** The scripts that the given modules load when they are loaded themselves: their own, and those of their static imports. Modules that the build does not have load none. */
export function filesLoaded(manifest: Manifest, modules: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (module: string): void => {
    const chunk = manifest[module];
    if (chunk === undefined || seen.has(module)) return;
    seen.add(module);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const module of modules) visit(module);
  const files = [...seen].flatMap((module) => manifest[module]?.file ?? []);
  return [...new Set(files)].filter((file) => file.endsWith(".js"));
}

/** A digest of the files that patterns find under a folder, by path and content. Tests do not count. */
export function stampOf(root: string, patterns: readonly string[]): string {
  const found = globSync([...patterns], { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/\.test\.tsx?$/.test(path));
  const digest = createHash("sha256");
  for (const path of paths.toSorted()) {
    const content = readFileSync(path);
    digest.update(`${path.slice(root.length)}\n${content.length}\n`).update(content);
  }
  return digest.digest("hex");
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
