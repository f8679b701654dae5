import { expect, test } from "vitest";
import { locationWireForm } from "./location.ts";

test("A location message is written with numbers, and without the name and address that it has not", () => {
  const dam = { type: "location", latitude: 52.3731, longitude: -4.8926, name: "Dam", address: "Dam 1" } as const;
  expect(locationWireForm(dam)).toEqual({
    type: "location",
    location: { latitude: 52.3731, longitude: -4.8926, name: "Dam", address: "Dam 1" },
  });
  expect(locationWireForm({ ...dam, latitude: 0, longitude: 0, name: "", address: "" })).toEqual({
    type: "location",
    location: { latitude: 0, longitude: 0 },
  });
});
