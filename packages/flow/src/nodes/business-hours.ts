import { parseIsoTime } from "@parley/messaging";
import { z } from "zod";
import { templateSchema } from "../fields.ts";
import { green, onError, type Outcome } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

/** The days of a week, Monday first. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time of the day such as 09:30, or 24:00");

/** Hours of one day, in their order; none means closed. */
const periodsSchema = z
  .array(
    z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from < to, "must end after it begins; hours past midnight stand with the next day"),
  )
  .max(10)
  .refine(
    (periods) => periods.every(({ from }, index) => index === 0 || (periods[index - 1]?.to ?? "") <= from),
    "overlap or are out of order",
  );

const aDate = "must be a date such as 2026-12-25";

const configSchema = z.strictObject({
  /** An IANA name such as Europe/Amsterdam, static or by expression. */
  timeZone: templateSchema.min(1, "is empty; give a time zone such as Europe/Amsterdam"),
  week: z.strictObject(
    Object.fromEntries(weekdays.map((day) => [day, periodsSchema.default([])])) as Record<
      (typeof weekdays)[number],
      z.ZodDefault<typeof periodsSchema>
    >,
  ),
  /** Days with hours of their own, such as holidays; none means closed. */
  exceptions: z
    .array(
      z.strictObject({
        date: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/, { error: aDate, abort: true })
          .refine((date) => parseIsoTime(`${date}T00:00Z`) !== undefined, aDate),
        name: z.string().max(100).default(""),
        periods: periodsSchema.default([]),
      }),
    )
    .max(400)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "has two of one date")
    .default([]),
  /** What happens outside of the hours (Social Hour Check node page, policy). */
  outside: z.enum(["branch", "wait"]).default("branch"),
  /** Waits so much longer once the hours begin (Social Hour Check node page, extra delay). */
  extraDelayMinutes: z.int().min(0).max(1_440).default(0),
});

/** Business hours: goes on within them; outside branches off or waits for the next ones (Social Hour Check node page). */
export const businessHoursSchema = nodeSchema("business-hours", configSchema);

export type BusinessHoursNode = z.infer<typeof businessHoursSchema>;

/** Outside of the hours. */
const notInSocialHour: Outcome = { name: "notInSocialHour", colour: "red", isRequired: true };
/** The next hours have begun. */
const nextSocialHour: Outcome = { name: "nextSocialHour", colour: "amber", isRequired: true };

const workday = [{ from: "09:00", to: "17:00" }];

export const businessHours: NodeDefinition<BusinessHoursNode["config"]> = {
  newConfig: {
    timeZone: "Europe/Amsterdam",
    week: {
      monday: workday,
      tuesday: workday,
      wednesday: workday,
      thursday: workday,
      friday: workday,
      saturday: [],
      sunday: [],
    },
    exceptions: [],
    outside: "branch",
    extraDelayMinutes: 0,
  },
  outcomes: ({ outside }) => [green("onSuccess"), outside === "wait" ? nextSocialHour : notInSocialHour, onError],
  outputs: () => ["businessHours.isOpen", "businessHours.timeToNext", "businessHours.nextOpening"],
  templates: ({ timeZone }) => [{ field: "timeZone", source: timeZone }],
};
