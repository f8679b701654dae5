import { expect, test } from "vitest";
import { withDays } from "./days.ts";

const noon = Date.UTC(2026, 0, 2, 12);
const hour = 60 * 60 * 1000;

test("the first message of a day has the day before it, and today is called today", () => {
  const messages = [-25 * hour, -24 * hour, 0, hour].map((offset) => ({ at: noon + offset }));
  const dated = withDays(messages, { now: noon + hour, locale: "en-GB", today: "Today", timeZone: "UTC" });
  expect(dated.map(({ day }) => day)).toEqual(["Thursday, 1 January 2026", undefined, "Today", undefined]);
  expect(dated.map(({ message }) => message)).toEqual(messages);
});
