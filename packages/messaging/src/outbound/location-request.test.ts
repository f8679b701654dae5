import { expect, test } from "vitest";
import { locationRequestMessageSchema } from "./location-request.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

test("A message that asks for a location has a body of 1 to 1,024 characters", () => {
  const withBody = (body: string) => problemsOf(locationRequestMessageSchema, { type: "location-request", body });
  expect(withBody(long(1024))).toEqual([]);
  expect(withBody(long(1025))).toEqual(["body is 1025 characters long; WhatsApp takes at most 1024"]);
  expect(withBody("")).toEqual(["body is empty; WhatsApp refuses such a message without text"]);
});
