import { existsSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { StoreError } from "@parley/store";
import { type CopyProgress, openSqliteStore, type SqliteStore } from "@parley/store/sqlite";
import { type Config, readConfig } from "../config.ts";
import { backupsIn, databaseIn, stampedName } from "../data-folder.ts";
import { runProgram } from "../run-program.ts";
import { StartError } from "../start-error.ts";
import { askServer } from "./ask-server.ts";

const help = `Makes a backup of the data, also while the server runs.

  npm run backup -- [--to <folder or file>] [--url <the server's address>]

The backup is one file. Without --to it goes to the folder "backups" in the data folder. The key file secret.key is not in it: keep a copy elsewhere.
`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      url: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(help);
  const config = readConfig(process.env);
  const { path, bytes } = await backUp(config, targetOf(values.to, config.dataDir), values.url ?? urlOf(config));
  console.log(`The backup is ${path} (${bytes.toLocaleString("en")} bytes), and every page of it was checked.`);
});

/** By the server that has the data open; if none has, at once. */
async function backUp(config: Config, to: string, url: string): Promise<{ path: string; bytes: number }> {
  const { dataDir, adminToken } = config;
  if (!existsSync(databaseIn(dataDir))) throw new StartError(`There is no database in ${resolve(dataDir)}.`);
  const onPercent = createProgress();
  const store = await openUnlessInUse(databaseIn(dataDir));
  if (store === undefined) return askServer({ url, adminToken }, { dataDir: realpathSync(dataDir), to }, onPercent);
  try {
    const onProgress = ({ bytes, of }: CopyProgress): void => onPercent(Math.floor((100 * bytes) / of));
    return { path: to, ...(await store.backUp({ to, onProgress })) };
  } finally {
    await store.close();
  }
}

async function openUnlessInUse(path: string): Promise<SqliteStore | undefined> {
  try {
    return await openSqliteStore({ path });
  } catch (error) {
    if (error instanceof StoreError && error.code === "busy") return undefined;
    throw error;
  }
}

/** Makes what says every tenth part once. */
function createProgress(): (percent: number) => void {
  let tenths = 0;
  return (percent) => {
    if (Math.floor(percent / 10) <= tenths) return;
    tenths = Math.floor(percent / 10);
    console.log(`${tenths * 10} % copied`);
  };
}

function targetOf(to: string | undefined, dataDir: string): string {
  const name = stampedName(new Date());
  if (to === undefined) return resolve(backupsIn(dataDir), name);
  const isFolder = to.endsWith("/") || (statSync(to, { throwIfNoEntry: false })?.isDirectory() ?? false);
  return resolve(isFolder ? join(to, name) : to);
}

/** Where the server of this configuration is reached from this machine. */
function urlOf({ host, port }: Config): string {
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}`;
}
