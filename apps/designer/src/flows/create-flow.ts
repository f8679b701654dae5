import { createFlow } from "@parley/api";
import { type FlowDraft, flowLimits } from "@parley/flow";
import type { QueryClient } from "@tanstack/react-query";
import { freeFlowId } from "../document/open-document.ts";
import { ask } from "../server/ask.ts";
import { flowsQuery } from "../server/queries.ts";

/** Creates a flow with a draft's content, under a name and an id that is free, and gives both. Throws `ServerError`. */
export async function createFlowFrom(
  client: QueryClient,
  draft: FlowDraft,
  name: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const flows = await client.fetchQuery(flowsQuery);
  const head = {
    id: freeFlowId(name, new Set(flows.map((flow) => flow.id))),
    name: name.slice(0, flowLimits.nameLength),
  };
  await ask(createFlow, { body: { draft: { ...draft, ...head } } });
  return head;
}
