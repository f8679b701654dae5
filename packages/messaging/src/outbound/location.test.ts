import { describe, expect, test } from "vitest";
import { locationMessageSchema } from "./location.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

const place = { type: "location", latitude: 52.37, longitude: 4.9, name: "", address: "" };
const problems = (changes: object) => problemsOf(locationMessageSchema, { ...place, ...changes });

describe("a location message", () => {
  test.each([
    { latitude: 90, longitude: 180 },
    { latitude: -90, longitude: -180 },
    { latitude: 0, longitude: 0 },
    { name: long(1000), address: long(1000) },
  ])("is taken with $latitude, $longitude", (changes) => {
    expect(problems(changes)).toEqual([]);
  });

  test.each([
    { latitude: 90.000001, sentence: "latitude must be a number of degrees from -90 to 90" },
    { latitude: -90.000001, sentence: "latitude must be a number of degrees from -90 to 90" },
    { longitude: 180.000001, sentence: "longitude must be a number of degrees from -180 to 180" },
    { longitude: -180.000001, sentence: "longitude must be a number of degrees from -180 to 180" },
    { latitude: "north", sentence: "latitude must be a number of degrees from -90 to 90" },
    { latitude: Number.NaN, sentence: "latitude must be a number of degrees from -90 to 90" },
    { name: long(1001), sentence: "name is 1001 characters long; WhatsApp takes at most 1000" },
    { address: long(1001), sentence: "address is 1001 characters long; WhatsApp takes at most 1000" },
  ])("is refused: $sentence", ({ sentence, ...changes }) => {
    expect(problems(changes)).toEqual([sentence]);
  });
});
