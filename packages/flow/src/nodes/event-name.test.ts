import { describe, expect, test } from "vitest";
import { eventNameSchema, outcomeNameSchema } from "./event-name.ts";

describe("the name of a custom event", () => {
  test.each(["paid", "order.shipped", "Order-7_done", "x".repeat(100)])("may be %s", (name) => {
    expect(eventNameSchema.safeParse(name).success).toBe(true);
  });

  test.each(["", "7up", "order shipped", ".paid", "größe", "x".repeat(101), "paid\n"])("may not be %j", (name) => {
    expect(eventNameSchema.safeParse(name).success).toBe(false);
  });
});

describe("the name of an outcome", () => {
  test.each(["said yes", "paid", "größer als 7", "x", "x".repeat(60)])("may be %s", (name) => {
    expect(outcomeNameSchema.safeParse(name).success).toBe(true);
  });

  test.each(["", " yes", "yes ", '"yes"', "it's'", "a\\", "x".repeat(61), "onTimeout", "onError"])(
    "may not be %j",
    (name) => {
      expect(outcomeNameSchema.safeParse(name).success).toBe(false);
    },
  );
});
