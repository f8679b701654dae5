import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, isSource } from "./tree.ts";

/** Folders that hold no source of ours, wherever they stand. Names that begin with a point are passed over as well. */
const passedOver = new Set(["node_modules", "dist", "coverage", "test-results", "playwright-report"]);

/** Reads the source files and manifests of a repository from disk, in the order of their paths. */
export function readTree(root: string): Files {
  const paths = pathsUnder(root, "").toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function pathsUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((file) => {
    if (file.name.startsWith(".") || passedOver.has(file.name)) return [];
    const path = folder === "" ? file.name : `${folder}/${file.name}`;
    if (file.isDirectory()) return pathsUnder(root, path);
    return isSource(path) || file.name === "package.json" ? [path] : [];
  });
}
