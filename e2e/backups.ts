import { type Child, repository, startChild } from "@parley/testing/processes";

/** How one of the programs ended, and what it said. */
export type Result = { readonly code: number | null; readonly said: string };

/** Runs `npm run backup` and gives the backup's path. Rejects when it makes none. */
export async function backUp(dataDir: string, { url }: { readonly url: string }): Promise<string> {
  const { code, said } = await runBackup(dataDir, ["--url", url]);
  const [, path] = /^The backup is (.+) \([\d,]+ bytes\), and every page of it was checked\.$/m.exec(said) ?? [];
  if (code !== 0 || path === undefined) throw new Error(`No backup was made:\n${said}`);
  return path;
}

/** Runs `npm run backup` and gives whatever it says. */
export function runBackup(dataDir: string, args: readonly string[], env: Env = {}): Promise<Result> {
  return resultOf(startProgram("backup", args, { PARLEY_DATA_DIR: dataDir, ...env }));
}

/** Runs `npm run restore` and gives whatever it says. */
export function runRestore(dataDir: string, args: readonly string[], env: Env = {}): Promise<Result> {
  return resultOf(startProgram("restore", args, { PARLEY_DATA_DIR: dataDir, ...env }));
}

type Env = Readonly<Record<string, string>>;

function startProgram(name: "backup" | "restore", args: readonly string[], env: Env): Child {
  return startChild({ name: `The ${name}`, args: [`${repository}apps/server/src/${name}/main.ts`, ...args], env });
}

async function resultOf(child: Child): Promise<Result> {
  const { code } = await child.exited;
  return { code, said: child.output() };
}
