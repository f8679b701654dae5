import { type CompiledFlow, compile } from "@parley/engine";
import { invariant } from "@parley/messaging";
import type { LiveFlow, Store } from "@parley/store";
import { hostLimits } from "./limits.ts";

/** A flow that starts conversations now. */
export type StartingFlow = { readonly compiled: CompiledFlow; readonly appIds: readonly string[] | null };

/** Compiled flow versions: the live ones always, older ones as conversations need them, bounded. */
export type CompiledFlows = {
  /** Reads which flows are live. */
  readonly reload: () => Promise<void>;
  /** The live flows of an app, in order of their ids. */
  readonly startingOn: (appId: string) => readonly StartingFlow[];
  /** Makes sure that versions can be had by `get`. */
  readonly ensure: (wanted: readonly { flowId: string; flowVersion: number }[]) => Promise<void>;
  readonly get: (flowId: string, flowVersion: number) => CompiledFlow;
};

export function createCompiledFlows(store: Store): CompiledFlows {
  let live: readonly StartingFlow[] = [];
  const cache = new Map<string, CompiledFlow>();
  const find = (flowId: string, version: number): CompiledFlow | undefined =>
    live.find(({ compiled }) => compiled.flow.id === flowId && compiled.version === version)?.compiled ??
    cache.get(`${flowId}@${version}`);
  const compiledOf = ({ flow, version, appIds }: LiveFlow): StartingFlow => ({
    compiled: find(flow.id, version) ?? compile(flow, version),
    appIds,
  });
  return {
    reload: async () => {
      const flows = await store.flows.listLive();
      for (const { compiled } of live) remember(cache, compiled);
      live = flows.map(compiledOf).toSorted((left, right) => (left.compiled.flow.id < right.compiled.flow.id ? -1 : 1));
    },
    startingOn: (appId) => live.filter(({ appIds }) => appIds === null || appIds.includes(appId)),
    ensure: async (wanted) => {
      for (const { flowId, flowVersion } of wanted) {
        if (find(flowId, flowVersion) !== undefined) continue;
        const flow = await store.flows.getVersion(flowId, flowVersion);
        if (flow !== undefined) remember(cache, compile(flow, flowVersion));
      }
    },
    get: (flowId, flowVersion) => {
      const compiled = find(flowId, flowVersion);
      invariant(compiled, `version ${flowVersion} of flow ${flowId}, which a conversation is pinned to, is stored`);
      return compiled;
    },
  };
}

/** Keeps the latest; the oldest go when there are too many nodes in all. */
function remember(cache: Map<string, CompiledFlow>, compiled: CompiledFlow): void {
  cache.set(`${compiled.flow.id}@${compiled.version}`, compiled);
  let nodes = [...cache.values()].reduce((sum, { flow }) => sum + flow.nodes.length, 0);
  for (const [key, { flow }] of cache) {
    if (nodes <= hostLimits.compiledNodes || cache.size === 1) return;
    cache.delete(key);
    nodes -= flow.nodes.length;
  }
}
