import { expect, test } from "vitest";
import { location } from "./location.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

test("a new location lacks its degrees", () => {
  expect(drawMessage(location.newConfig)).toEqual(location.newConfig);
  expect(problemsOf(location.newConfig)).toEqual([
    "latitude must be a number of degrees from -90 to 90",
    "longitude must be a number of degrees from -180 to 180",
  ]);
});

test("degrees are written as text, so that they may be expressions, and sent as numbers", () => {
  const place = { type: "location", latitude: " 52.37 ", longitude: "-4.9", name: "$(shop)", address: "Damrak 1" };
  expect(fieldsOf(place)).toEqual(["latitude", "longitude", "name", "address"]);
  expect(messageOf(place)).toEqual({ ...place, latitude: 52.37, longitude: -4.9, name: "<shop>" });
  expect(problemsOf({ ...place, latitude: "$(lat)" })).toEqual([]);
});

test.each(["90.1", "north", "1e9", "0x10z", "Infinity"])("a latitude %s is refused", (latitude) => {
  expect(problemsOf({ type: "location", latitude, longitude: "4" })).toEqual([
    "latitude must be a number of degrees from -90 to 90",
  ]);
});
