import type { Flow, FlowDraft } from "@parley/flow";

/** Where flows are kept: one draft each, and versions that never change. */
export interface FlowStore {
  /** All flows by id, without their content. */
  list(): Promise<readonly FlowSummary[]>;
  get(id: string): Promise<FlowRow | undefined>;
  /** Saves a draft if its revision is still the expected one; 0 means that the flow must not exist. Returns the new revision. */
  saveDraft(draft: SaveDraft): Promise<{ readonly revision: number } | "conflict">;
  /** Adds the next version and makes it the live one. Returns its number, from 1. */
  makeLive(version: MakeLive): Promise<number>;
  /** In order of their numbers. */
  listVersions(flowId: string): Promise<readonly FlowVersionSummary[]>;
  getVersion(flowId: string, version: number): Promise<Flow | undefined>;
  /** The flows that start conversations now. */
  listLive(): Promise<readonly LiveFlow[]>;
}

export type SaveDraft = {
  readonly draft: FlowDraft;
  readonly expectedRevision: number;
  readonly at: number;
};

export type MakeLive = {
  readonly flow: Flow;
  readonly comment: string;
  /** The apps whose events may start it; null means all, those to come included. */
  readonly appIds: readonly string[] | null;
  readonly at: number;
};

/** A flow without its content. `liveVersion` is absent until it has been made live. */
export type FlowSummary = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updatedAt: number;
  readonly liveVersion?: number | undefined;
};

export type FlowRow = FlowSummary & { readonly draft: FlowDraft };

export type FlowVersionSummary = { readonly version: number; readonly comment: string; readonly createdAt: number };

/** A flow version that starts conversations. */
export type LiveFlow = {
  readonly flow: Flow;
  readonly version: number;
  readonly appIds: readonly string[] | null;
};
