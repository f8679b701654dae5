import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { businessHours } from "./business-hours.ts";

const { config } = makeNode("business-hours", {
  timeZone: "$(zone)",
  week: { monday: [{ from: "09:00", to: "24:00" }] },
});

function onMonday(...periods: readonly string[]) {
  const monday = periods.map((period) => ({ from: period.slice(0, 5), to: period.slice(6) }));
  return configProblems("business-hours", { timeZone: "UTC", week: { monday } });
}

describe("Business hours", () => {
  test("leave by notInSocialHour, or by nextSocialHour when they wait", () => {
    const waysOf = (outside: "branch" | "wait") =>
      businessHours.outcomes({ ...config, outside }).map(({ colour, name }) => `${colour} ${name}`);
    expect(waysOf("branch")).toEqual(["green onSuccess", "red notInSocialHour", "red onError"]);
    expect(waysOf("wait")).toEqual(["green onSuccess", "amber nextSocialHour", "red onError"]);
  });

  test("are closed on days of which nothing is said", () => {
    expect(config.week).toMatchObject({ monday: [{ from: "09:00", to: "24:00" }], sunday: [] });
  });

  test("put out whether they are open, and when next", () => {
    expect(businessHours.outputs(config)).toEqual([
      "businessHours.isOpen",
      "businessHours.timeToNext",
      "businessHours.nextOpening",
    ]);
    expect(businessHours.templates(config)).toEqual([{ field: "timeZone", source: "$(zone)" }]);
  });

  test("may have several periods in a day, one right after another too", () => {
    expect(onMonday("00:00-12:00", "12:00-12:30", "13:00-24:00")).toEqual([]);
  });

  test.each([
    [["17:00-09:00"], "config.week.monday[0] must end after it begins; hours past midnight stand with the next day"],
    [["09:00-09:00"], "config.week.monday[0] must end after it begins; hours past midnight stand with the next day"],
    [["13:00-17:00", "09:00-12:00"], "config.week.monday overlap or are out of order"],
    [["09:00-12:00", "11:00-13:00"], "config.week.monday overlap or are out of order"],
    [["09:00-25:00"], "config.week.monday[0].to must be a time of the day such as 09:30, or 24:00"],
  ])("are not drawn as %j", (periods, sentence) => {
    expect(onMonday(...periods)).toEqual([sentence]);
  });

  test.each<[object[], string]>([
    [[{ date: "25-12-2026" }], "config.exceptions[0].date must be a date such as 2026-12-25"],
    [[{ date: "2026-02-30" }], "config.exceptions[0].date must be a date such as 2026-12-25"],
    [[{ date: "2026-12-25" }, { date: "2026-12-25" }], "config.exceptions has two of one date"],
  ])("have no exceptions such as %j", (exceptions, sentence) => {
    expect(configProblems("business-hours", { timeZone: "UTC", week: {}, exceptions })).toEqual([sentence]);
  });
});
