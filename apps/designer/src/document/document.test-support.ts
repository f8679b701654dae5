import type { NodeType } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { Draft } from "immer";
import { createEditor } from "./editor.ts";
import type { DocumentNode, FlowDocument } from "./flow-document.ts";
import { nodeById } from "./lookup.ts";
import { newDocument, openDocument } from "./open-document.ts";

/** Read by the bundler: the browser's program has no files, and an import would reach out of it. */
const examples = import.meta.glob<JsonObject>("../../../../examples/order-status.flow.json", {
  eager: true,
  import: "default",
});

/** The example flow as it is in its file. */
export function orderStatusDraft(): JsonObject {
  const [draft] = Object.values(examples);
  if (draft === undefined) throw new Error("There is no example.");
  return structuredClone(draft);
}

/** The example flow, opened. */
export function orderStatusDocument(): FlowDocument {
  return openDocument(orderStatusDraft());
}

/** A document of some nodes after a Start `n2`, with edges each as `n2 onBegin n3`. */
export function drawn(
  nodes: readonly {
    readonly id: string;
    readonly type: NodeType;
    readonly config?: JsonObject;
    readonly name?: string;
  }[],
  edges: readonly string[] = [],
  rest: Partial<FlowDocument> = {},
): FlowDocument {
  const start = newDocument({ id: "drawn", name: "Drawn" });
  return openDocument({
    ...start,
    nodes: [...start.nodes, ...nodes.map((node, index) => ({ position: { x: 400 * (index + 1), y: 0 }, ...node }))],
    edges: edges.map((line, index) => {
      const [source, ...outcome] = line.split(" ");
      return { id: `e${index + 1}`, source, outcome: outcome.slice(0, -1).join(" "), target: outcome.at(-1) };
    }),
    ...rest,
  });
}

/** The document that a recipe makes of another one. */
export function edited(document: FlowDocument, recipe: (draft: Draft<FlowDocument>) => unknown): FlowDocument {
  const editor = createEditor(document);
  editor.edit({ label: "Test" }, recipe);
  return editor.document();
}

/** What a recipe gives back, with the document that it made. */
export function result<Result>(
  document: FlowDocument,
  recipe: (draft: Draft<FlowDocument>) => Result,
): readonly [FlowDocument, Result] {
  const editor = createEditor(document);
  const given = editor.edit({ label: "Test" }, recipe);
  return [editor.document(), given];
}

/** A node that the test knows to be there. */
export function nodeOf(document: FlowDocument, nodeId: string): DocumentNode {
  const node = nodeById(document, nodeId);
  if (node === undefined) throw new Error(`There is no ${nodeId}.`);
  return node;
}

/** The edges, each as `n2 onBegin n3`, in no order. */
export function edgesOf(document: FlowDocument): string[] {
  return document.edges.map(({ source, outcome, target }) => `${source} ${outcome} ${target}`).toSorted();
}
