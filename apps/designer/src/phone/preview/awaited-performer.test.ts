import { expect, test } from "vitest";
import { awaited } from "./awaited-performer.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const task = { type: "parse-data", format: "json", text: "{}", fields: [] } as const;

test("It is true that work is waited for, also work that comes of other work, whether it succeeds or not", async () => {
  const done: string[] = [];
  const work = awaited(
    {
      perform: async (_, { key }) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        done.push(key);
        if (key === "broken") throw new Error("It broke off.");
        return { type: "done", values: {} };
      },
      post: async () => ({ type: "answered", status: 200 }),
    },
    settle,
  );
  const perform = (key: string) => work.performer.perform(task, { key, signal: new AbortController().signal });
  void perform("first").then(() => perform("second"));
  void perform("broken").catch(() => undefined);
  await work.settle();
  expect(done.toSorted()).toEqual(["broken", "first", "second"]);
});
