import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { openConnection } from "./connection.ts";
import type { Unit } from "./unit.ts";

/** A worker that answers an opening, and then does what a test says with `request`, the number of requests before it in `count`. */
function workerThat(does: string): Worker {
  const source = `
    const { parentPort } = require("node:worker_threads");
    let count = 0;
    parentPort.on("message", (request) => {
      if (request.type === "open") return parentPort.postMessage({ result: { wasClosedCleanly: true } });
      if (request.type === "close") return parentPort.postMessage({ result: "closed" });
      ${does}
      count += 1;
    });`;
  return new Worker(source, { eval: true });
}

const unit: Unit = [["nextTimer"]];

describe("It is true that a connection", () => {
  test.each([
    ["throws", `throw new Error("the worker is wrong");`, "the worker is wrong"],
    ["exits", "process.exit(3);", "code 3"],
  ])("whose worker %s rejects every call that is open, and every later one (3)", async (_case, does, reason) => {
    const connection = await openConnection(workerThat(does), "anywhere");
    const many = Array.from({ length: 100 }, () => unit);
    const calls = [connection.run([unit]), connection.run(many), connection.run(many), connection.run(many)];
    const results = await Promise.allSettled(calls);
    for (const result of [
      ...results,
      ...(await Promise.allSettled([connection.run([unit]), connection.close(true)])),
    ]) {
      expect(result).toMatchObject({ status: "rejected", reason: { name: "StoreError", code: "unexpected" } });
      expect(String(result.status === "rejected" && result.reason)).toContain(reason);
    }
  });

  test("rejects all calls that shared a transaction which failed, and no later ones", async () => {
    const worker = workerThat(`
      parentPort.postMessage(count === 0 ? { failure: { code: "full", detail: "" } } : { result: request.units.map(() => []) });`);
    const connection = await openConnection(worker, "anywhere");
    const results = await Promise.allSettled([connection.run([unit]), connection.run([unit, unit])]);
    for (const result of results) expect(result).toMatchObject({ status: "rejected", reason: { code: "full" } });
    expect(await connection.run([unit])).toEqual([[]]);
    await connection.close(true);
  });

  test("sends together what is called together, but splits no call and fills no group beyond its limit (1, 2)", async () => {
    const worker = workerThat("parentPort.postMessage({ result: request.units.map(() => [[[count]]]) });");
    const connection = await openConnection(worker, "anywhere");
    const sizes = [100, 28, 1, 127, 300, 0, 1];
    const outcomes = await Promise.all(sizes.map((length) => connection.run(Array.from({ length }, () => unit))));
    expect(outcomes.map(({ length }) => length)).toEqual(sizes);
    const groups = outcomes.map((outcome) => [...new Set(outcome.flat(3))]);
    expect(groups).toEqual([[0], [0], [1], [1], [2], [], [3]]);
    await connection.close(true);
  });
});
