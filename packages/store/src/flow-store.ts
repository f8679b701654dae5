import type { Flow, FlowDraft } from "@parley/flow";

/** Where flows are kept: one draft each, and versions that never change. */
export interface FlowStore {
  /** All flows by id, without their content, those in the bin included. */
  list(): Promise<readonly FlowSummary[]>;
  get(id: string): Promise<FlowRow | undefined>;
  /** Saves a draft if its revision is still the expected one; 0 means that the flow must not exist. Returns the new revision. */
  saveDraft(draft: SaveDraft): Promise<{ readonly revision: number } | "conflict">;
  /** Adds the next version and makes it the live one. Returns its number, from 1. */
  makeLive(version: MakeLive): Promise<number>;
  /** In order of their numbers. */
  listVersions(flowId: string): Promise<readonly FlowVersionSummary[]>;
  getVersion(flowId: string, version: number): Promise<Flow | undefined>;
  /** The flows that start conversations now: the latest version of each, unless it is paused or in the bin. */
  listLive(): Promise<readonly LiveFlow[]>;
  /** Says whether a flow is paused. Gives false when there is no such flow. */
  setPaused(flowId: string, isPaused: boolean): Promise<boolean>;
  /** Puts a flow in the bin, since a time, or takes it out of it. Gives false when there is no such flow. */
  setDeleted(flowId: string, deletedAt: number | undefined): Promise<boolean>;
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
  /** The version whose content it has again. */
  readonly fromVersion?: number | undefined;
  readonly at: number;
};

/** A flow without its content. To make one costs the same however many conversations there are, and however large the draft is. */
export type FlowSummary = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updatedAt: number;
  /** The latest version; absent until it has been made live. */
  readonly liveVersion?: number | undefined;
  readonly isPaused: boolean;
  /** Since when it is in the bin; absent when it is not. */
  readonly deletedAt?: number | undefined;
  /** Nodes of the draft. */
  readonly nodeCount: number;
  /** Its conversations that have not ended, those parked included. */
  readonly liveConversations: number;
};

export type FlowRow = FlowSummary & { readonly draft: FlowDraft };

export type FlowVersionSummary = {
  readonly version: number;
  readonly comment: string;
  readonly createdAt: number;
  readonly appIds: readonly string[] | null;
  readonly fromVersion?: number | undefined;
};

/** A flow version that starts conversations. */
export type LiveFlow = {
  readonly flow: Flow;
  readonly version: number;
  readonly appIds: readonly string[] | null;
};
