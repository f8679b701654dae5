import { expect, test } from "vitest";
import { locationRequestWireForm } from "./location-request.ts";

test("A message that asks for a location is written with its body and the action that sends one", () => {
  expect(locationRequestWireForm({ type: "location-request", body: "Where are you?" })).toEqual({
    type: "interactive",
    interactive: {
      type: "location_request_message",
      body: { text: "Where are you?" },
      action: { name: "send_location" },
    },
  });
});
