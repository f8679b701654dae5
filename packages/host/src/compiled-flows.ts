import { type CompiledFlow, compile } from "@parley/engine";
import { invariant } from "@parley/messaging";
import type { LiveFlow, Store } from "@parley/store";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";

/** A flow that starts conversations now. */
export type StartingFlow = { readonly compiled: CompiledFlow; readonly appIds: readonly string[] | null };

/** The flows of one batch. They stay at hand as long as it takes, whatever becomes of the cache. */
export type FlowsAtHand = {
  /** The live flows of an app, in order of their ids. */
  readonly startingOn: (appId: string) => readonly StartingFlow[];
  /** Throws for a version that was not asked for, is not stored or does not compile. */
  readonly get: (flowId: string, flowVersion: number) => CompiledFlow;
};

/** Compiled flow versions: the live ones always, older ones as conversations need them, bounded. */
export type CompiledFlows = {
  /** The flows that are live now, in order of their ids. */
  readonly live: () => readonly StartingFlow[];
  /** Reads which flows are live. One that does not compile starts nothing, and keeps no other from starting. */
  readonly reload: () => Promise<void>;
  /** Gets versions at hand, and the live flows with them. Rejects when the store cannot be read. */
  readonly atHand: (wanted: readonly { flowId: string; flowVersion: number }[]) => Promise<FlowsAtHand>;
};

export type CompiledFlowsOptions = {
  readonly store: Store;
  readonly log: HostLog;
  /** How many nodes the versions in the cache have together at most. */
  readonly maxNodes?: number;
};

export function createCompiledFlows(options: CompiledFlowsOptions): CompiledFlows {
  const { store, log, maxNodes = hostLimits.compiledNodes } = options;
  const cache = createCache(maxNodes);
  let live: ReadonlyMap<string, StartingFlow> = new Map();
  let reloaded = Promise.resolve();

  const compileSafely = (flow: LiveFlow["flow"], version: number): CompiledFlow | undefined => {
    try {
      return compile(flow, version);
    } catch (error) {
      log.alert({ sentence: `Version ${version} of flow ${flow.id} does not compile.`, error });
      return undefined;
    }
  };
  const known = (key: string): CompiledFlow | undefined => live.get(key)?.compiled ?? cache.get(key);
  const reload = async (): Promise<void> => {
    const flows = await store.flows.listLive();
    const next = new Map<string, StartingFlow>();
    for (const { flow, version, appIds } of flows.toSorted(byFlowId)) {
      const key = keyOf(flow.id, version);
      const compiled = known(key) ?? compileSafely(flow, version);
      if (compiled !== undefined) next.set(key, { compiled, appIds });
    }
    for (const [key, { compiled }] of live) cache.set(key, compiled);
    live = next;
  };
  const find = async (flowId: string, version: number): Promise<CompiledFlow | undefined> => {
    const key = keyOf(flowId, version);
    const found = known(key);
    if (found !== undefined) return found;
    const flow = await store.flows.getVersion(flowId, version);
    const compiled = flow === undefined ? undefined : compileSafely(flow, version);
    if (compiled !== undefined) cache.set(key, compiled);
    return compiled;
  };
  return {
    live: () => [...live.values()],
    // One after another, so that an earlier reading cannot replace a later one.
    reload: () => (reloaded = reloaded.catch(() => {}).then(reload)),
    atHand: async (wanted) => {
      const asked = new Map<string, CompiledFlow | undefined>();
      for (const { flowId, flowVersion } of wanted) {
        const key = keyOf(flowId, flowVersion);
        if (!asked.has(key)) asked.set(key, await find(flowId, flowVersion));
      }
      return flowsAtHand(asked, live);
    },
  };
}

function flowsAtHand(
  asked: ReadonlyMap<string, CompiledFlow | undefined>,
  live: ReadonlyMap<string, StartingFlow>,
): FlowsAtHand {
  return {
    startingOn: (appId) => [...live.values()].filter(({ appIds }) => appIds === null || appIds.includes(appId)),
    get: (flowId, flowVersion) => {
      const key = keyOf(flowId, flowVersion);
      const compiled = asked.get(key) ?? live.get(key)?.compiled;
      invariant(compiled, `version ${flowVersion} of flow ${flowId}, which a conversation is pinned to, can be had`);
      return compiled;
    },
  };
}

type Cache = {
  readonly get: (key: string) => CompiledFlow | undefined;
  readonly set: (key: string, compiled: CompiledFlow) => void;
};

/** Keeps what was used last; what was not used for longest goes when there are too many nodes in all. The latest always stays. */
function createCache(maxNodes: number): Cache {
  const entries = new Map<string, CompiledFlow>();
  let nodes = 0;
  const drop = (key: string): void => {
    nodes -= entries.get(key)?.flow.nodes.length ?? 0;
    entries.delete(key);
  };
  const set = (key: string, compiled: CompiledFlow): void => {
    drop(key);
    entries.set(key, compiled);
    nodes += compiled.flow.nodes.length;
    for (const oldest of entries.keys()) {
      if (nodes <= maxNodes || oldest === key) return;
      drop(oldest);
    }
  };
  return {
    get: (key) => {
      const compiled = entries.get(key);
      if (compiled !== undefined) set(key, compiled);
      return compiled;
    },
    set,
  };
}

function keyOf(flowId: string, version: number): string {
  return `${flowId}@${version}`;
}

function byFlowId(left: LiveFlow, right: LiveFlow): number {
  return left.flow.id < right.flow.id ? -1 : 1;
}
