import { symlinkSync, writeFileSync } from "node:fs";
import { businessNumber, repository } from "@parley/testing/processes";
import { startTarget } from "./run-load.ts";

/**
 * What one would write first with XState: an actor for each message, restored from the contact's snapshot and saved again, in one committed
 * row. The machine is like the example that tells where an order is. The program stands outside the repository's sources, as a project of its own
 * would, and finds the repository's own xstate and fastify through a link.
 */
export function startXState(folder: string): ReturnType<typeof startTarget> {
  symlinkSync(`${repository}node_modules`, `${folder}/node_modules`);
  writeFileSync(`${folder}/server.mjs`, program);
  return startTarget("The XState server", [`${folder}/server.mjs`, `${folder}/snapshots.db`, businessNumber.appSecret]);
}

const program = `
import { createHmac, timingSafeEqual } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import fastify from "fastify";
import { assign, createActor, setup } from "xstate";

const [, , path, secret] = process.argv;
const say = (text) => assign({ replies: ({ context }) => [...context.replies, text].slice(-5) });
const says = (word) => ({ event }) => event.text.toLowerCase().includes(word);

const machine = setup({ guards: { isTrack: says("track"), isAgent: says("agent") } }).createMachine({
  id: "order-status",
  initial: "greeting",
  context: { last: "", replies: [] },
  on: { message: { target: ".choosing", actions: assign({ last: ({ event }) => event.text }) } },
  states: {
    greeting: { entry: say("Hi, this is Juniper Books. How can we help?"), after: { 300000: "incomplete" } },
    choosing: {
      after: { 300000: "incomplete" },
      on: {
        message: [
          { guard: "isTrack", target: "tracking", actions: assign({ last: ({ event }) => event.text }) },
          { guard: "isAgent", target: "agent" },
          { target: "choosing", reenter: true, actions: [assign({ last: ({ event }) => event.text }), say("Reply with 1 or 2.")] },
        ],
      },
    },
    tracking: { entry: say("Your order is on its way."), after: { 300000: "incomplete" } },
    agent: { entry: say("An agent will write to you."), after: { 300000: "incomplete" } },
    incomplete: { entry: say("Write again whenever you like.") },
  },
});

const database = new DatabaseSync(path);
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.exec("CREATE TABLE conversation (contact TEXT PRIMARY KEY, snapshot TEXT NOT NULL)");
const load = database.prepare("SELECT snapshot FROM conversation WHERE contact = ?");
const save = database.prepare("INSERT INTO conversation VALUES (?, ?) ON CONFLICT DO UPDATE SET snapshot = excluded.snapshot");

function take(contact, text) {
  const row = load.get(contact);
  const actor = createActor(machine, row === undefined ? {} : { snapshot: JSON.parse(row.snapshot) });
  actor.start();
  actor.send({ type: "message", text });
  save.run(contact, JSON.stringify(actor.getPersistedSnapshot()));
  actor.stop();
}

const app = fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
app.post("/webhooks/cloud-api/default", async (request, reply) => {
  const expected = Buffer.from("sha256=" + createHmac("sha256", secret).update(request.body).digest("hex"));
  const given = Buffer.from(request.headers["x-hub-signature-256"] ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.status(401).send();
  for (const { changes } of JSON.parse(request.body.toString("utf8")).entry)
    for (const { value } of changes) for (const { from, text } of value.messages ?? []) take(from, text.body);
  return reply.type("text/plain").send("ok");
});
console.log(JSON.stringify({ url: await app.listen({ host: "127.0.0.1", port: 0 }) }));
process.once("SIGTERM", () => process.exit(0));
`;
