import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { apiErrorSchema } from "@parley/api";
import { StartError } from "../start-error.ts";
import { backupLineSchema, type BackupOrder } from "./order.ts";

/** Where a server is, and how it knows us. */
export type ServerAddress = { readonly url: string; readonly adminToken: string | undefined };

/** Asks the server that has the data for a backup. Throws `StartError`, also when none answers. */
export async function askServer(
  { url, adminToken }: ServerAddress,
  order: BackupOrder,
  onPercent: (percent: number) => void,
): Promise<{ path: string; bytes: number }> {
  const answer = await post(`${url}/api/backups`, adminToken, order);
  const lines = createInterface({ input: answer });
  if (answer.statusCode !== 200) throw new StartError(await refusalOf(answer, lines));
  for await (const text of lines) {
    const line = backupLineSchema.parse(JSON.parse(text));
    if ("path" in line) return line;
    if ("error" in line) throw new StartError(line.error);
    onPercent(line.percent);
  }
  throw new StartError("The server stopped before the backup was made.");
}

/** Without the time limits of `fetch`: a large backup takes long. */
async function post(url: string, adminToken: string | undefined, order: BackupOrder): Promise<IncomingMessage> {
  const authorization = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` };
  try {
    const asking = request(url, { method: "POST", headers: { "content-type": "application/json", ...authorization } });
    asking.end(JSON.stringify(order));
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    return answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `A server has the data open, but none answers at ${url} (${reason}). Give its address: npm run backup -- --url <url>.`,
    );
  }
}

async function refusalOf({ statusCode }: IncomingMessage, lines: AsyncIterable<string>): Promise<string> {
  const text = (await Array.fromAsync(lines)).join("\n");
  try {
    return `The server made no backup: ${apiErrorSchema.parse(JSON.parse(text)).error.message}`;
  } catch {
    return `The server answered with status ${statusCode}; is it Parley that listens there?`;
  }
}
