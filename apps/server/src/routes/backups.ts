import { existsSync, realpathSync } from "node:fs";
import { isAbsolute } from "node:path";
import { PassThrough } from "node:stream";
import { parseInput } from "@parley/messaging";
import type { SqliteStore } from "@parley/store/sqlite";
import type { FastifyInstance } from "fastify";
import { type BackupLine, backupOrderSchema } from "../backup/order.ts";
import { RequestError } from "../http-error.ts";

/**
 * Backups of a server that runs: nobody else can read its data. The answer is a line of JSON for every percent, and a last one that says where the
 * backup is or why there is none. A client that hangs up does not end the backup.
 */
export function backupRoutes(app: FastifyInstance, { store, dataDir }: { store: SqliteStore; dataDir: string }): void {
  let isUnderWay = false;
  app.post("/api/backups", async (request, reply) => {
    const to = readOrder(request.body, dataDir);
    if (isUnderWay) throw new RequestError("conflict", "A backup is being made already.");
    const lines = new PassThrough().on("error", () => undefined);
    const say = (line: BackupLine): void => void (lines.destroyed || lines.write(`${JSON.stringify(line)}\n`));
    isUnderWay = true;
    void makeBackup(store, to, say).then((last) => {
      isUnderWay = false;
      if ("error" in last) request.log.error({ to }, last.error);
      else request.log.info(last, "backup made");
      say(last);
      lines.end();
    });
    return reply.type("application/x-ndjson").send(lines);
  });
}

function readOrder(body: unknown, dataDir: string): string {
  const parsed = parseInput(backupOrderSchema, body);
  if (!parsed.ok || !isAbsolute(parsed.value.to)) {
    throw new RequestError("invalid-input", "Give the data folder and the backup's file, both as absolute paths.");
  }
  const { dataDir: wanted, to } = parsed.value;
  if (wanted !== realpathSync(dataDir)) {
    throw new RequestError("conflict", `This server's data is in ${realpathSync(dataDir)}, not in ${wanted}.`);
  }
  if (existsSync(to)) throw new RequestError("conflict", `There is a file ${to} already, which is not overwritten.`);
  return to;
}

/** Makes a backup and gives its last line. */
async function makeBackup(store: SqliteStore, to: string, say: (line: BackupLine) => void): Promise<BackupLine> {
  let said = 0;
  try {
    const { bytes } = await store.backUp({
      to,
      onProgress: ({ bytes, of }) => {
        const percent = of === 0 ? 0 : Math.floor((100 * bytes) / of);
        if (percent > said) say({ percent: (said = percent) });
      },
    });
    return { path: to, bytes };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
