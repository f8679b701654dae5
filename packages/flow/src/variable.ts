import type { Json } from "@parley/messaging";
import { z } from "zod";
import { isNodeName } from "./fields.ts";
import { flowLimits } from "./limits.ts";

/** The groups of node outputs. `$(whatsapp.…)` and `$(receive.…)` mean the latest inbound event, `$(send.…)` the latest send. */
export const outputGroups = [
  "whatsapp",
  "receive",
  "customEvent",
  "inboundWebhook",
  "send",
  "branch",
  "delay",
  "businessHours",
  "split",
  "evaluate",
  "http",
  "data",
  "profile",
  "generateOTP",
  "validateOTP",
  "start",
  "end",
] as const;

/**
 * Groups by the other names that Webex Connect's pages give them: the HTTP Request node page writes `https.statusCode` where others write `http.responseBody`,
 * and the Social Hour Check node page `socialHour.timeToNext`.
 */
const groupAliases: ReadonlyMap<string, (typeof outputGroups)[number]> = new Map([
  ["https", "http"],
  ["socialHour", "businessHours"],
]);

const groups: ReadonlySet<string> = new Set(outputGroups);

/** The group that a name means, by its own name or by another; undefined when it means none. */
export function outputGroupOf(name: string): string | undefined {
  return groupAliases.get(name) ?? (groups.has(name) ? name : undefined);
}

/** Names that Webex Connect fills itself (Variable management in flows) or that expressions give a meaning. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...outputGroups,
  ...groupAliases.keys(),
  ..."ts servicekey key deliverychannel channels message destination appid notifyurl expiry payload senderid".split(
    " ",
  ),
  ..."thread_id destinationType channelName identifier number country_code attachments template templateId".split(" "),
  ..."contentType msisdn mid transid callbackdata evtid userid customerid otp srcreqorigintime".split(" "),
  ..."__proto__ constructor prototype".split(" "),
]);

/** A name a designer gives to a variable: letters, digits and `_`, not reserved, not like a node id. */
export const variableNameSchema = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,99}$/,
    "must be letters, digits and _, begin with a letter or _, and have at most 100 characters",
  )
  .refine((name) => !reservedNames.has(name), "is a reserved name; choose another, such as one with my_ before it")
  .refine((name) => !isNodeName(name), "looks like the id of a node; choose another name");

/** What is wrong with a name for a variable, as a predicate: `is a reserved name; …`. Undefined when it may be one. */
export function variableNameProblem(name: string): string | undefined {
  const parsed = variableNameSchema.safeParse(name);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

/** Any JSON value, not nested too deep to be read by recursion. */
export const jsonSchema = z
  .unknown()
  .refine(isShallow, `is nested too deep; at most ${flowLimits.jsonDepth} levels are allowed`)
  .pipe(z.json() as z.ZodType<Json>);

/** Whether a value is nested in no more levels than a flow may have. Looks level by level, so that looking itself cannot run out of stack. */
export function isShallow(value: unknown, levels: number = flowLimits.jsonDepth): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
    if (level.length === 0) return true;
  }
  return false;
}

/** A variable of the flow, visible in all of it. */
export const variableSchema = z.strictObject({
  name: variableNameSchema,
  description: z.string().max(flowLimits.descriptionLength).default(""),
  /** The value a conversation begins with. */
  default: jsonSchema.default(""),
});
