import { expect, test } from "vitest";
import type { TaskRow } from "@parley/store";
import { TaskQueue } from "./task-queue.ts";

function row(key: string, appId: string): TaskRow {
  return { key, threadId: "t", conversationId: "t-1", appId, createdAt: 0, state: "queued" };
}

test("It is true that apps take turns, that an app's tasks keep their order, and that one without room is passed over", () => {
  const queue = new TaskQueue();
  for (const key of ["a1", "a2", "a3", "b1", "c1", "b2"]) queue.add(row(key, key[0] ?? ""));
  expect(queue.size).toBe(6);
  const takeAny = () => queue.take(() => true)?.key;
  expect([takeAny(), takeAny(), takeAny(), takeAny()]).toEqual(["a1", "b1", "c1", "a2"]);
  expect(queue.take((appId) => appId === "a")?.key).toBe("a3");
  expect(queue.take((appId) => appId === "a")).toBeUndefined();
  expect([takeAny(), takeAny(), queue.size]).toEqual(["b2", undefined, 0]);
});
