import type { RegisteredTemplate } from "@parley/messaging";
import type { AccountTemplateStatus, TemplateRegistry } from "@parley/simulator";
import type { Store } from "@parley/store";

/** Where templates are put: the simulator's registry, and which of its business accounts. */
export type TemplatePlace = { readonly registry: TemplateRegistry; readonly businessAccountId: string };

/**
 * Gives the simulator back the templates that it had, which a real provider would have kept: it remembers nothing across a restart, and the app's
 * registry does. A template that waited for its review is reviewed again.
 */
export async function recallTemplates(
  { templates }: Pick<Store, "templates">,
  appId: string,
  { registry, businessAccountId }: TemplatePlace,
): Promise<void> {
  for (const known of await templates.list(appId)) {
    const { template, providerId: id } = known;
    const status = statusOf(known);
    if (status !== undefined) registry.put({ businessAccountId, template, status, id });
  }
}

/** How the provider has it; undefined for what it never had or no longer has. An edit that was not handed in yet may still be. */
function statusOf({ status, providerId }: RegisteredTemplate): AccountTemplateStatus | undefined {
  if (providerId === undefined || status === "deleted") return undefined;
  return status === "draft" ? "rejected" : status;
}
