import type { Json } from "@parley/messaging";
import type { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { gatewayLimits } from "../../limits.ts";

/** An update that is kept and counted only. */
export function ignored(reason: string, payload: Json): GatewayUpdate {
  return { type: "ignored", reason, payload };
}

/** An update that could not be read: names the path and the first complaint, never the value. */
export function unreadable(path: string, error: z.ZodError, payload: Json): GatewayUpdate {
  const issue = error.issues[0];
  const fields = issue?.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)) ?? [];
  return ignored(`${path}${fields.join("")} cannot be read: ${issue?.message ?? "unknown"}.`, payload);
}

/** A name from the wire, as a reason may quote it. */
export function quote(name: string): string {
  return JSON.stringify(name.slice(0, gatewayLimits.wireNameLength));
}
