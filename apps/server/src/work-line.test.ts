import { setImmediate as nextRound } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { serverLimits } from "./limits.ts";
import { WorkLine } from "./work-line.ts";

/** Work that takes a whole slice, and says that it was done. */
function long(done: string[], name: string): () => string {
  return () => {
    const until = performance.now() + serverLimits.workSliceMs;
    while (performance.now() < until);
    done.push(name);
    return name;
  };
}

describe("a line of work", () => {
  test("begins at once when nobody waits", () => {
    const done: string[] = [];
    void new WorkLine().run(long(done, "a"));
    expect(done).toEqual(["a"]);
  });

  test("gives what the work gives, and throws what it throws", async () => {
    const line = new WorkLine();
    await expect(line.run(() => 7)).resolves.toBe(7);
    const failure = new Error("no");
    await expect(
      line.run(() => {
        throw failure;
      }),
    ).rejects.toBe(failure);
    await expect(line.run(() => 8)).resolves.toBe(8);
  });

  test("lets a round of the event loop pass after each slice, and keeps the order", async () => {
    const [line, done] = [new WorkLine(), [] as string[]];
    const all = ["a", "b", "c"].map((name) => line.run(long(done, name)));
    expect(done).toEqual(["a"]);
    await nextRound();
    expect(done).toEqual(["a", "b"]);
    expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
  });

  test("does much that is short in one slice", async () => {
    const line = new WorkLine();
    const done: number[] = [];
    void line.run(() => done.push(0));
    for (let index = 1; index <= 20; index += 1) void line.run(() => done.push(index));
    await nextRound();
    await nextRound();
    expect(done).toHaveLength(21);
  });
});
