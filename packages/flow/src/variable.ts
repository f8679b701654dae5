import type { Json } from "@parley/messaging";
import { z } from "zod";
import { isNodeName } from "./fields.ts";
import { flowLimits } from "./limits.ts";

/** The groups of node outputs. `$(whatsapp.…)` and `$(receive.…)` mean the latest inbound event, `$(send.…)` the latest send. */
export const outputGroups = ["whatsapp", "receive", "send", "branch", "delay", "start", "end"] as const;

/** Names that Webex Connect fills itself (Variable management in flows) or that expressions give a meaning. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...outputGroups,
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

/** Any JSON value, not nested too deep to be read by recursion. */
export const jsonSchema = z
  .unknown()
  .refine(isShallow, `is nested too deep; at most ${flowLimits.jsonDepth} levels are allowed`)
  .pipe(z.json() as z.ZodType<Json>);

/** Looks level by level, so that looking itself cannot run out of stack. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= flowLimits.jsonDepth; depth++) {
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
