import type { Signal } from "@parley/engine";
import { type RegisteredTemplate, templateSchema } from "@parley/messaging";
import type { ContactRow } from "@parley/store";
import type { DrawnContact, DrawnSignal, DrawnTemplate } from "./golden-host.ts";

/** What a golden draws, with what it leaves out. */
export function registeredOf(
  { status = "approved", reason = "", ...drawn }: DrawnTemplate,
  appId: string,
): RegisteredTemplate {
  const template = templateSchema.parse({ language: "en", category: "utility", ...drawn });
  return { appId, template, status, reason, updatedAt: 0 };
}

export function contactOf(drawn: DrawnContact): ContactRow {
  return { fields: {}, createdAt: 0, updatedAt: 0, ...drawn };
}

export function signalOf(drawn: DrawnSignal): Signal {
  return drawn.type === "webhook" ? drawn : { correlationId: "", parameters: {}, ...drawn };
}
