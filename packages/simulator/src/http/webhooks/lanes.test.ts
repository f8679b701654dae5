import { expect, test } from "vitest";
import { createLanes } from "./lanes.ts";

const member = (name: string, ...lanes: string[]) => ({ name, lanes });

test("a member may go when it is the first in its lane, and others are not held up", () => {
  const lanes = createLanes();
  const [first, second, other] = [member("first", "sam"), member("second", "sam"), member("other", "alex")];
  expect([lanes.join(first), lanes.join(second), lanes.join(other)]).toEqual([true, false, true]);
  expect(lanes.leave(first)).toEqual([second]);
  expect(lanes.leave(second)).toEqual([]);
  expect(lanes.join(first)).toBe(true);
});

test("a member of two lanes goes when it is the first in both, and only once", () => {
  const lanes = createLanes();
  const [sam, alex, both] = [member("sam", "sam"), member("alex", "alex"), member("both", "sam", "alex")];
  const after = member("after", "sam", "alex");
  for (const each of [sam, alex, both, after]) lanes.join(each);
  expect(lanes.leave(sam)).toEqual([]);
  expect(lanes.leave(alex)).toEqual([both]);
  expect(lanes.leave(both)).toEqual([after]);
});

test("a member that leaves from the middle frees nobody", () => {
  const lanes = createLanes();
  const [first, second, third] = [member("1", "sam"), member("2", "sam"), member("3", "sam")];
  for (const each of [first, second, third]) lanes.join(each);
  expect(lanes.leave(second)).toEqual([]);
  expect(lanes.leave(first)).toEqual([third]);
});
