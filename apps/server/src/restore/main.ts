import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "@parley/store/sqlite";
import { readConfig } from "../config.ts";
import { databaseIn, stampedName } from "../data-folder.ts";
import { runProgram } from "../run-program.ts";
import { StartError } from "../start-error.ts";

const help = `Puts a backup in the place of the data. The server must not run; the former data is kept under another name.

  npm run restore -- --from <backup>
`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: { from: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return console.log(help);
  if (values.from === undefined) throw new StartError(`Say which backup.\n\n${help}`);
  const { dataDir, secretKey } = readConfig(process.env);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = resolve(databaseIn(dataDir));
  const formerPath = resolve(dataDir, `former-${stampedName(new Date())}`);
  const { hadFormer } = await restoreBackup({ from: resolve(values.from), path, formerPath });
  if (hadFormer) console.log(`The former data is kept as ${formerPath}; delete it when you need it no more.`);
  console.log(`${resolve(values.from)} is restored as ${path}. Start the server: npm start`);
  if (secretKey === undefined && !existsSync(join(dataDir, "secret.key"))) {
    console.log(
      `The key of its credentials is not in a backup: put your copy of secret.key into ${resolve(dataDir)} first.`,
    );
  }
});
