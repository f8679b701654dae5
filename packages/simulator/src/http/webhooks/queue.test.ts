import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue } from "./queue.ts";

test("a queue gives its members in the order in which they came", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat())), (steps) => {
      const queue = createQueue<number>();
      const model: number[] = [];
      for (const step of steps) {
        if (step === null) expect(queue.shift()).toBe(model.shift());
        else {
          queue.push(step);
          model.push(step);
        }
      }
      for (const member of model) expect(queue.shift()).toBe(member);
      expect(queue.shift()).toBeUndefined();
    }),
  );
});

test("a cleared queue is empty, whichever end its members stood at", () => {
  const queue = createQueue<number>();
  for (const member of [1, 2]) queue.push(member);
  queue.shift();
  queue.push(3);
  queue.clear();
  expect(queue.shift()).toBeUndefined();
});
