import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { verifySignature } from "@parley/gateway/cloud-api";
import fastify from "fastify";

/*
 * What the server is measured beside: the least that a webhook could do and still be durable. It verifies the signature and commits one row, and what
 * arrives while a commit is under way shares the next one.
 */

const { values } = parseArgs({
  options: { path: { type: "string", default: "" }, secret: { type: "string", default: "" } },
});

const database = new DatabaseSync(values.path);
database.exec(
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (id INTEGER PRIMARY KEY, body TEXT)",
);
const insert = database.prepare("INSERT INTO event (body) VALUES (?)");

let waiting: { body: Buffer; resolve: () => void }[] = [];

function commitAll(): void {
  const batch = waiting;
  waiting = [];
  database.exec("BEGIN IMMEDIATE");
  for (const { body } of batch) insert.run(body.toString("utf8"));
  database.exec("COMMIT");
  for (const { resolve } of batch) resolve();
}

const app = fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
app.post("/webhooks/cloud-api/default", async (request, reply) => {
  const signature = request.headers["x-hub-signature-256"];
  const body = request.body as Buffer;
  if (typeof signature !== "string" || !verifySignature(body, signature, [values.secret]))
    return reply.status(401).send();
  await new Promise<void>((resolve) => {
    if (waiting.length === 0) setImmediate(commitAll);
    waiting.push({ body, resolve });
  });
  return reply.type("text/plain").send("ok");
});
console.log(JSON.stringify({ url: await app.listen({ host: "127.0.0.1", port: 0 }) }));
process.once("SIGTERM", () => process.exit(0));
