import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { businessNumber } from "@parley/testing/processes";
import { startTarget } from "./run-load.ts";

const version = "5.0.7";
/** An installation takes a quarter of a minute where the network is good. */
const installMs = 90_000;

/** Installs Node-RED into a folder; gives why that is not possible, if it is not. */
export async function installNodeRed(folder: string): Promise<string | undefined> {
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name: "rival", private: true }));
  const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", `node-red@${version}`];
  try {
    await promisify(execFile)("npm", args, { cwd: folder, timeout: installMs });
    return undefined;
  } catch (error) {
    const [, code = "npm is not there, or took too long"] = /npm (?:error|ERR!) code (\w+)/.exec(String(error)) ?? [];
    return code;
  }
}

/** Starts Node-RED with one flow, http in → function → http response, embedded as its documentation shows, without its editor. */
export function startNodeRed(folder: string): ReturnType<typeof startTarget> {
  mkdirSync(`${folder}/user`);
  writeFileSync(`${folder}/user/flows.json`, JSON.stringify(nodes(businessNumber.appSecret)));
  writeFileSync(`${folder}/server.cjs`, program);
  return startTarget("Node-RED", [`${folder}/server.cjs`, `${folder}/user`]);
}

const program = `
const http = require("node:http");
const express = require("express");
const RED = require("node-red");

const app = express();
const server = http.createServer(app);
const settings = { userDir: process.argv[2], flowFile: "flows.json", httpAdminRoot: false, httpNodeRoot: "/", logging: { console: { level: "warn" } } };
RED.init(server, settings);
app.use("/", RED.httpNode);
RED.events.once("flows:started", () => {
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: "http://127.0.0.1:" + server.address().port })));
});
RED.start();
process.once("SIGTERM", () => process.exit(0));
`;

/** What a person would draw: the function checks the signature over the raw body and counts the contact's messages in the flow's context. */
function nodes(secret: string): object[] {
  const func = `
    const expected = Buffer.from("sha256=" + crypto.createHmac("sha256", ${JSON.stringify(secret)}).update(msg.payload).digest("hex"));
    const given = Buffer.from(msg.req.headers["x-hub-signature-256"] ?? "");
    msg.statusCode = 401;
    if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) return msg;
    for (const { changes } of JSON.parse(msg.payload).entry)
      for (const { value } of changes)
        for (const { from, text } of value.messages ?? []) {
          const before = flow.get("contact" + from) ?? { count: 0 };
          flow.set("contact" + from, { count: before.count + 1, last: text.body });
        }
    msg.statusCode = 200;
    msg.payload = "ok";
    return msg;`;
  const libs = [{ var: "crypto", module: "crypto" }];
  const url = "/webhooks/cloud-api/default";
  return [
    { id: "a1", type: "tab", label: "Webhook" },
    { id: "b1", type: "http in", z: "a1", url, method: "post", skipBodyParsing: true, wires: [["b2"]] },
    { id: "b2", type: "function", z: "a1", func, libs, outputs: 1, wires: [["b3"]] },
    { id: "b3", type: "http response", z: "a1", wires: [] },
  ];
}
