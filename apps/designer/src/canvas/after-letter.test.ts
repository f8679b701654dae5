import { expect, test } from "vitest";
import { afterLetter } from "./after-letter.ts";

function follower() {
  let typing = false;
  let waiting: (() => void) | undefined;
  let done = 0;
  const { run, stop } = afterLetter(() => void done++, {
    isTyping: () => typing,
    afterFrame: (next) => {
      waiting = next;
      return () => void (waiting = undefined);
    },
  });
  const drawFrame = () => waiting?.();
  return { run, stop, drawFrame, setTyping: (is: boolean) => void (typing = is), done: () => done };
}

test("while nobody types, the work is done at once", () => {
  const { run, done } = follower();
  run();
  run();
  expect(done()).toBe(2);
});

test("while somebody types, it is done once for all letters of a frame", () => {
  const { run, drawFrame, setTyping, done } = follower();
  setTyping(true);
  run();
  run();
  expect(done()).toBe(0);
  drawFrame();
  expect(done()).toBe(1);
  run();
  drawFrame();
  expect(done()).toBe(2);
});

test("what is done at once leaves nothing to be done later, and neither does an end", () => {
  const { run, stop, drawFrame, setTyping, done } = follower();
  setTyping(true);
  run();
  setTyping(false);
  run();
  drawFrame();
  expect(done()).toBe(1);
  setTyping(true);
  run();
  stop();
  drawFrame();
  expect(done()).toBe(1);
});
