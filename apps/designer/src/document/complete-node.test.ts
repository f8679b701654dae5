import { expect, test } from "vitest";
import { completeConfig } from "./complete-node.ts";

function completed(config: Parameters<typeof completeConfig>[0]["config"]) {
  const about = { name: "", note: "", position: { x: 0, y: 0 }, onEnter: [], onLeave: [] };
  return completeConfig({ ...about, id: "n3", type: "delay", config });
}

test("It is true that a delay until a date does not get seconds too, finished or not", () => {
  expect(completed({ until: { at: "2026-12-24T18:00" } })).toEqual({
    until: { at: "2026-12-24T18:00", timeZone: "UTC" },
  });
  expect(completed({ until: { at: "", timeZone: "UTC" } })).toEqual({ until: { at: "", timeZone: "UTC" } });
  expect(completed({})).toEqual({ seconds: 5 });
});
