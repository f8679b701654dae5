import { expect, test } from "vitest";
import { locationRequest } from "./location-request.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

test("a new request for a location lacks its words", () => {
  expect(drawMessage(locationRequest.newConfig)).toEqual(locationRequest.newConfig);
  expect(problemsOf(locationRequest.newConfig)).toEqual([
    "body is empty; WhatsApp refuses such a message without text",
  ]);
});

test("its body may hold expressions", () => {
  expect(fieldsOf({ type: "location-request" })).toEqual(["body"]);
  expect(messageOf({ type: "location-request", body: "Where, $(name)?" })).toEqual({
    type: "location-request",
    body: "Where, <name>?",
  });
});

test("a body that is too long is refused", () => {
  expect(problemsOf({ type: "location-request", body: "x".repeat(1025) })).toEqual([
    "body is 1025 characters long; WhatsApp takes at most 1024",
  ]);
});
