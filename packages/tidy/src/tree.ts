/** The files of a repository: path from the root with `/` between folders, and text. */
export type Files = ReadonlyMap<string, string>;

/** One way into a package: its rules are its own. */
export type Entry = {
  /** Its name in the rules, such as `gateway/cloud-api`, `apps/server` or `bench`. */
  readonly name: string;
  /** What others write to import it, such as `@parley/gateway/cloud-api`; undefined where it has no manifest. */
  readonly specifier: string | undefined;
  /** The paths that begin with this are its own, but for those that a longer one claims. */
  readonly stem: string;
  readonly workspace: Workspace;
};

/** A folder whose files import one another by path, and others by name. */
export type Workspace = {
  /** Such as `packages/gateway`; empty for the root. */
  readonly folder: string;
  /** The packages its manifest lists and those that the root's lists for all; undefined where it has no manifest of its own. */
  readonly listed?: ReadonlySet<string>;
};

/**
 * The entries that a tree has by its manifests: one for each of a workspace's `exports`, one for a workspace without any, and two for what
 * stands in no workspace: `bench` and `root`. Throws where a manifest
 * is not JSON or its `exports` are not paths to `.ts` files.
 */
export function entriesOf(files: Files): readonly Entry[] {
  const shared = readManifest("package.json", files.get("package.json") ?? "{}").listed;
  return [
    ...[...files].flatMap(([path, text]) => {
      const folder = path.replace(/\/package\.json$/, "");
      return folder === path ? [] : workspaceEntries(folder, readManifest(path, text), shared);
    }),
    { name: "bench", specifier: undefined, stem: "bench/", workspace: { folder: "bench" } },
    { name: "root", specifier: undefined, stem: "", workspace: { folder: "" } },
  ];
}

function workspaceEntries(folder: string, manifest: Manifest, shared: readonly string[]): Entry[] {
  const name = folder.replace(/^packages\//, "");
  const workspace = { folder, listed: new Set([...shared, ...manifest.listed]) };
  const exported = manifest.exports.map(([key, target]) => {
    const stem = key === "." ? `${folder}/` : `${folder}/${target.replace(/index\.ts$|ts$/, "")}`;
    return { name: name + key.slice(1), specifier: manifest.name + key.slice(1), stem, workspace };
  });
  const hasMain = exported.some((entry) => entry.name === name);
  return hasMain ? exported : [...exported, { name, specifier: manifest.name, stem: `${folder}/`, workspace }];
}

type Manifest = {
  readonly name: string;
  /** Keys such as `./http`, targets such as `src/http/index.ts`. */
  readonly exports: readonly (readonly [key: string, target: string])[];
  readonly listed: readonly string[];
};

function readManifest(path: string, text: string): Manifest {
  const manifest = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const exported = Object.entries(manifest.exports ?? {}).map(([key, target]: [string, unknown]) => {
    if (typeof target === "string" && /^\.\/.+\.ts$/.test(target)) return [key, target.slice("./".length)] as const;
    throw new Error(`${path}: exports["${key}"] must be a path such as "./src/index.ts"`);
  });
  const listed = ["dependencies", "devDependencies", "peerDependencies"].flatMap((key) =>
    Object.keys(manifest[key] ?? {}),
  );
  return { name: String(manifest.name), exports: exported, listed };
}

/** The entry that owns a path: the one that claims the longest part of it. */
export function ownerOf(entries: readonly Entry[], path: string): Entry {
  const owners = entries.filter((entry) => path.startsWith(entry.stem));
  return owners.reduce((longest, entry) => (entry.stem.length > longest.stem.length ? entry : longest));
}

/** Whether a path is source code that the rules speak of. */
export function isSource(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Whether a path is a test or the support of tests, for which the rules allow more. */
export function isTest(path: string): boolean {
  return /\.(test|test-support)\.tsx?$/.test(path);
}
