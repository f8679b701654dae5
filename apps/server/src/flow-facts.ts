import type { FlowFacts } from "@parley/flow";
import type { Store } from "@parley/store";
import type { Connections } from "./connections.ts";
import type { InboundWebhooks } from "./inbound-webhooks.ts";

/** Where the facts stand that a check of a flow asks for beside the flow. */
export type FactSources = {
  readonly store: Store;
  readonly connections: Connections;
  readonly inboundWebhooks: InboundWebhooks;
};

/** What flows may name that stands outside of them: the templates of the apps on which they run, or of all, and the inbound webhooks. */
export async function readFlowFacts(
  { store, connections, inboundWebhooks }: FactSources,
  appIds: readonly string[] | null = null,
): Promise<FlowFacts> {
  const ids = appIds ?? connections.apps().map(({ id }) => id);
  const templates = (await Promise.all(ids.map((id) => store.templates.list(id)))).flat();
  return { templates, inboundWebhooks: new Set(inboundWebhooks.all().map(({ id }) => id)) };
}
