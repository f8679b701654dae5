import { z } from "zod";
import { green, onTimeout, type Outcome } from "../outcome.ts";

/** What a send may be waited for (WhatsApp node page, Wait For). */
export const awaitedSchema = z.enum(["submit", "delivery", "read"]);

/** What a send may be waited for. */
export type Awaited = z.infer<typeof awaitedSchema>;

const outcomeNames = { submit: "onSubmit", delivery: "onDeliveryReportSuccess", read: "onRead" } as const;

/** The green outcome of a wait. `onRead` is ours: the WhatsApp node page names none. */
export function awaitedOutcome(awaited: Awaited): (typeof outcomeNames)[Awaited] {
  return outcomeNames[awaited];
}

/** A `failed` receipt while waiting. */
export const onDeliveryReportFail: Outcome = { name: "onDeliveryReportFail", colour: "red", isRequired: false };

/**
 * What was waited for, and the time-out. The WhatsApp node page sends a time-out by `onTimeout` in one place and by `onDeliveryReportFail` in
 * another; so an `onTimeout` without an edge takes the other's.
 */
export function waitOutcomes(awaited: Awaited, hasTimeout: boolean): Outcome[] {
  return [
    green(awaitedOutcome(awaited)),
    { ...onTimeout, isRequired: hasTimeout, fallback: onDeliveryReportFail.name },
  ];
}
