import { expect, test } from "vitest";
import { answerVerification } from "./verification.ts";

const query = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "meatyhamhock" };

test("A verification with the right token is answered with its challenge", () => {
  expect(answerVerification(query, "meatyhamhock")).toBe("1158201444");
});

test.each([
  undefined,
  null,
  "hub.mode=subscribe",
  {},
  { ...query, "hub.mode": "unsubscribe" },
  { ...query, "hub.verify_token": "meatyhamhocK" },
  { ...query, "hub.verify_token": "" },
  { ...query, "hub.verify_token": ["meatyhamhock", "meatyhamhock"] },
  { ...query, "hub.challenge": undefined },
  { ...query, "hub.challenge": "" },
  { ...query, "hub.challenge": "1".repeat(257) },
])("The query %j is not answered", (other) => {
  expect(answerVerification(other, "meatyhamhock")).toBeUndefined();
});

test("An empty verify token answers nobody", () => {
  expect(answerVerification({ ...query, "hub.verify_token": "" }, "")).toBeUndefined();
});
