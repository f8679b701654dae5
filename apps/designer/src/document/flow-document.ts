import type { Flow } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";

/*
 * The document that is edited: flow JSON, in a form that may be unfinished. Plain data that is never changed in place; the editor alone makes the
 * next one from it.
 */

/** A place on the canvas in pixels, the upper left corner. */
export type Position = { readonly x: number; readonly y: number };

/** What a node does as it is entered or left. */
export type NodeAction = Flow["nodes"][number]["onEnter"][number];

/** A node while it is being drawn: its config has every field of its type, with values that may be wrong. */
export type DocumentNode = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly position: Position;
  readonly config: JsonObject;
  readonly onEnter: readonly NodeAction[];
  readonly onLeave: readonly NodeAction[];
  /** What people write about the node, for themselves. */
  readonly note: string;
};

/** Where an outcome of a node leads. */
export type DocumentEdge = {
  readonly id: string;
  readonly source: string;
  readonly outcome: string;
  readonly target: string;
};

/** A sticky note on the canvas. */
export type StickyNote = {
  readonly id: string;
  readonly text: string;
  readonly position: Position;
  readonly width: number;
  readonly height: number;
};

/** A variable of the flow. */
export type DocumentVariable = { readonly name: string; readonly description: string; readonly default: Json };

/** A flow while it is being drawn. */
export type FlowDocument = {
  readonly format: "parley.flow/1";
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly settings: {
    readonly outcomeDefaults: { readonly [outcome: string]: { readonly target: string } };
    readonly maxNodeExecutions: number;
  };
  readonly variables: readonly DocumentVariable[];
  readonly nodes: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
  readonly notes: readonly StickyNote[];
};
