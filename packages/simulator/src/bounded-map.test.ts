import fc from "fast-check";
import { expect, test } from "vitest";
import { createBoundedMap } from "./bounded-map.ts";

test("a bounded map drops its oldest member beyond its maximum and says so", () => {
  const dropped: string[] = [];
  const map = createBoundedMap<string, string>(2, (value) => dropped.push(value));
  for (const key of ["a", "b", "c"]) map.set(key, key.toUpperCase());
  expect([...map.values()]).toEqual(["B", "C"]);
  expect(dropped).toEqual(["A"]);
});

test("a member that is set again keeps its age", () => {
  const map = createBoundedMap<string, number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  expect([...map.values()]).toEqual([2, 4]);
});

test("whatever is set, deleted and cleared, a bounded map holds the youngest members up to its maximum", () => {
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ deed: fc.constant("set"), key: fc.nat(12) }) },
    { weight: 3, arbitrary: fc.record({ deed: fc.constant("delete"), key: fc.nat(12) }) },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant("clear"), key: fc.constant(0) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const map = createBoundedMap<number, number>(5);
      let model: number[] = [];
      for (const { deed, key } of steps) {
        if (deed === "set") {
          map.set(key, key);
          if (!model.includes(key)) model = [...model, key].slice(-5);
        } else if (deed === "delete") {
          map.delete(key);
          model = model.filter((member) => member !== key);
        } else {
          map.clear();
          model = [];
        }
        expect([...map.values()]).toEqual(model);
        expect(map.size).toBe(model.length);
      }
    }),
  );
});
