import type { Json } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { reasonOfStatus, templateStatusOf } from "../template/status.ts";
import { lenient, providerTextSchema, wireIdSchema } from "../wire.ts";
import { ignored, quote, unreadable } from "./ignored.ts";

const said = lenient(providerTextSchema);

const valueSchema = z.object({
  event: z.string(),
  // A number beyond what JavaScript counts exactly would name another template.
  message_template_id: lenient(z.union([wireIdSchema, z.int().transform(String)])),
  message_template_name: wireIdSchema,
  message_template_language: wireIdSchema,
  reason: said,
  rejection_info: lenient(z.object({ reason: said, recommendation: said })),
  other_info: lenient(z.object({ title: said, description: said })),
});
type Value = z.infer<typeof valueSchema>;

/** What was locked or unlocked, by the title beside it: the event alone says only whether the template may be edited. */
const statusOfTitle: ReadonlyMap<string, string> = new Map([
  ["FIRST_PAUSE", "PAUSED"],
  ["SECOND_PAUSE", "PAUSED"],
  ["RATE_LIMITING_PAUSE", "PAUSED"],
  ["UNPAUSE", "APPROVED"],
  ["DISABLED", "DISABLED"],
]);

/** Reads the provider's word on a template (Cloud API, message_template_status_update webhook). */
export function readTemplateStatus(
  value: Json,
  {
    path,
    change,
    businessAccountId,
  }: { readonly path: string; readonly change: Json; readonly businessAccountId: string },
): GatewayUpdate {
  const parsed = valueSchema.safeParse(value);
  if (!parsed.success) return unreadable(path, parsed.error, change);
  const word = wordOf(parsed.data);
  const status = templateStatusOf(word);
  if (status === undefined) return ignored(`${path}.event ${quote(word)} is not read.`, change);
  return {
    type: "template-status",
    businessAccountId,
    name: parsed.data.message_template_name,
    // The webhook's own page writes `en-US` where everything else is `en_US`.
    language: parsed.data.message_template_language.replace("-", "_"),
    providerId: parsed.data.message_template_id ?? "",
    status,
    reason: reasonOf(parsed.data) || reasonOfStatus(word),
  };
}

function wordOf({ event, other_info }: Value): string {
  const title = event === "LOCKED" || event === "UNLOCKED" ? other_info?.title : undefined;
  return statusOfTitle.get(title ?? "") ?? event;
}

/** The most that the provider tells; its bare `NONE` says nothing. */
function reasonOf({ reason = "", rejection_info, other_info }: Value): string {
  const rejection = [rejection_info?.reason, rejection_info?.recommendation].filter(Boolean).join(" ");
  return rejection || other_info?.description || (reason === "NONE" ? "" : reason);
}
