import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

test.each(["SIGTERM", "SIGINT"] as const)("the program prints its URL, serves, and stops on %s", async (signal) => {
  const child = spawn(process.execPath, [main, "--port", "0", "--deliver-after-ms", "7", "--base-ms", "5"]);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  const init = { method: "PATCH", headers: { "content-type": "application/json" }, body: "{}" };
  const phone = await (await fetch(`${url}/control/phones/31612345678`, init)).json();
  expect(phone).toMatchObject({ deliverAfterMs: 7, readAfterMs: 800 });
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  ["--port", "x"],
  ["--unknown", "1"],
])("the program explains itself when started with %s %s", async (...args) => {
  const child = spawn(process.execPath, [main, ...args]);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(2);
  expect(said).toMatch(/^Usage: /);
});
