import type { Gateway, GatewayAnswer } from "@parley/gateway";
import { describe, expect, test } from "vitest";
import { failingStore, meetingStore, play } from "./anomaly.test-support.ts";

/*
 * One call fails, the n-th, for every n: what is stored in the end, and what the provider took, is as if none had. Those outside do what
 * they do in the world: a webhook that is not acknowledged comes again, and the provider tells of every message that it took, with our key.
 */

describe("It is true that the end is the same", () => {
  test("whichever call of the store fails", async () => {
    const golden = await play();
    expect(golden.texts).toEqual(["Hello", "Bye friend"]);
    expect(golden.lines).toMatchObject({ ended: ["drawn#1 success"], live: ["other#1 at n3"] });
    expect(golden.posted).toBe(2);
    expect(golden.stored).toMatchObject({
      tasks: [
        [expect.anything(), { state: "done" }],
        [expect.anything(), { state: "done" }],
      ],
    });
    expect(JSON.stringify(golden.stored)).toContain('"fields":{"city":"Delft"}');
    const failed: string[] = [];
    for (let failing = 1; ; failing += 1) {
      const before = failed.length;
      const end = await play({ wrapStore: (store) => failingStore(store, failing, (name) => failed.push(name)) });
      expect([failing, failed.at(-1), end]).toEqual([failing, failed.at(-1), golden]);
      if (failed.length === before) break;
    }
    expect(failed.length).toBeGreaterThan(20);
    const methods = [
      "commit",
      "duePosts",
      "dueTimers",
      "find",
      "forgetBefore",
      "lastQueuedSequence",
      "listApps",
      "listLive",
      "load",
    ];
    const others = ["markRecovered", "nextPostAt", "nextTimerAt", "queuedSends", "queuedTasks", "save"];
    expect([...new Set(failed)].toSorted()).toEqual([...methods, ...others]);
  });

  for (const result of [{ type: "conflict" }, { type: "failed", reason: "It is too large." }] as const) {
    test(`whichever unit of a commit meets a result of ${result.type}`, async () => {
      const golden = await play();
      let met = 0;
      for (let meeting = 1, last = 0; meeting < last + 10; meeting += 1) {
        const onMet = (): void => {
          met += 1;
          last = meeting;
        };
        const end = await play({ wrapStore: (store) => meetingStore(store, result, { meeting, onMet }) });
        expect([meeting, end]).toEqual([meeting, golden]);
      }
      expect(met).toBeGreaterThan(10);
    });
  }

  const failures: Readonly<Record<string, (take: () => Promise<GatewayAnswer>) => Promise<GatewayAnswer>>> = {
    "is refused for the moment": async () => ({ type: "retryable", reason: "It is busy." }),
    "is lost before the provider took the message": async () => ({ type: "ambiguous", reason: "The request is lost." }),
    "is lost after the provider took the message": async (take) => {
      await take();
      return { type: "ambiguous", reason: "The answer is lost." };
    },
  };

  for (const [sentence, fail] of Object.entries(failures)) {
    test(`whichever send ${sentence}`, async () => {
      const golden = await play();
      let failed = 0;
      for (let failing = 1; failing === failed + 1; failing += 1) {
        let calls = 0;
        const wrapGateway = (gateway: Gateway): Gateway => ({
          ...gateway,
          send: (request, signal) => {
            calls += 1;
            const take = (): Promise<GatewayAnswer> => gateway.send(request, signal);
            if (calls !== failing) return take();
            failed += 1;
            return fail(take);
          },
        });
        expect([failing, await play({ wrapGateway })]).toEqual([failing, golden]);
      }
      expect(failed).toBe(2);
    });
  }
});
