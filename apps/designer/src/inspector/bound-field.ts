import { type FlowIssue, readNested } from "@parley/flow";
import { formatPath, type Json } from "@parley/messaging";
import type { DocumentNode, FlowDocument } from "../document/flow-document.ts";
import { setFlowField, setNodeField } from "../document/commands/index.ts";
import { type FlowFields } from "../document/commands/index.ts";
import { nodeById } from "../document/outcomes.ts";
import { checkNode } from "../document/check-node.ts";
import { nodeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { fieldLabel, sentenceFor } from "./field-label.ts";

/** A field of the document, ready for a control. It holds no copy: what is set is in the document at once. */
export type BoundField = {
  /** Its path as issues name it: `config.message.body`. */
  readonly name: string;
  readonly value: Json | undefined;
  /** Undefined takes the field away. Keystrokes in a row are one step to undo, until `onBlur`. */
  readonly set: (value: Json | undefined) => void;
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly onBlur: () => void;
  readonly isReadOnly: boolean;
};

/** Where a field of a node is: `["config", "message", "body"]`. */
export type FieldPath = readonly (string | number)[];

/** Other fields of the node that change with one, as part of the same step: what they become. */
export type Followers = (next: Json | undefined, node: DocumentNode) => readonly { path: FieldPath; value: Json }[];

/** The field of a node at a path, and those that follow it. */
export function useNodeField(nodeId: string, path: FieldPath, followers?: Followers): BoundField {
  const session = useSession();
  const texts = useTexts();
  const name = formatPath(path);
  const value = useDocument((document) => valueAt(nodeById(document, nodeId), path));
  const schemaIssue = useDocument((document) => schemaIssueOf(document, nodeId, name));
  const issue = useSessionStore("problems", ({ issues }) => issueAt(issues, nodeId, name));
  const label = fieldLabel(name, texts);
  return {
    name,
    value,
    ...said(schemaIssue ?? issue, name, label),
    isReadOnly: session.mode === "read",
    onBlur: session.editor.endGesture,
    set: (next) => {
      const node = nodeById(session.editor.document(), nodeId);
      const title = node === undefined ? nodeId : nodeTitle(node, texts);
      const about = { label: texts.inspector.undo.field(label, title), gesture: `${nodeId} ${name}` };
      const others = node === undefined ? [] : (followers?.(next, node) ?? []);
      session.editor.edit(about, (draft) => {
        setNodeField(draft, { nodeId, path, value: next });
        for (const other of others) setNodeField(draft, { nodeId, ...other });
      });
    },
  };
}

/** A field of the flow itself. */
export function useFlowField<Name extends keyof FlowFields>(field: Name): BoundField {
  const session = useSession();
  const texts = useTexts();
  const name = field === "maxNodeExecutions" ? "settings.maxNodeExecutions" : field;
  const value = useDocument((document) => flowValue(document, field));
  const issue = useSessionStore("problems", ({ issues }) => issueAt(issues, undefined, name));
  const label = fieldLabel(name, texts);
  return {
    name,
    value,
    ...said(issue, name, label),
    isReadOnly: session.mode === "read",
    onBlur: session.editor.endGesture,
    set: (next) => {
      const about = { label: texts.inspector.undo.flowField(label), gesture: `flow ${name}` };
      session.editor.edit(about, (draft) => setFlowField(draft, field, next as FlowFields[Name]));
    },
  };
}

/** The first thing said of a field; errors come before warnings. */
export function issueAt(
  issues: readonly FlowIssue[],
  nodeId: string | undefined,
  field: string,
): FlowIssue | undefined {
  const own =
    issuesByNode(issues)
      .get(nodeId)
      ?.filter((issue) => issue.field === field) ?? [];
  return own.find(({ severity }) => severity === "error") ?? own[0];
}

const byNode = new WeakMap<readonly FlowIssue[], ReadonlyMap<string | undefined, readonly FlowIssue[]>>();

function issuesByNode(issues: readonly FlowIssue[]): ReadonlyMap<string | undefined, readonly FlowIssue[]> {
  const known = byNode.get(issues);
  if (known !== undefined) return known;
  const made = Map.groupBy(issues, ({ nodeId }) => nodeId);
  byNode.set(issues, made);
  return made;
}

/** A value of an unfinished node; undefined where the path leads nowhere. */
export function valueAt(node: DocumentNode | undefined, path: FieldPath): Json | undefined {
  return readNested(node as Json | undefined, path.map(String));
}

function schemaIssueOf(document: FlowDocument, nodeId: string, field: string): FlowIssue | undefined {
  const node = nodeById(document, nodeId);
  return node === undefined ? undefined : checkNode(node).find((issue) => issue.field === field);
}

function flowValue(document: FlowDocument, field: keyof FlowFields): Json {
  return field === "maxNodeExecutions" ? document.settings.maxNodeExecutions : document[field];
}

function said(issue: FlowIssue | undefined, name: string, label: string): Pick<BoundField, "error" | "warning"> {
  const sentence = issue === undefined ? undefined : sentenceFor(issue.message, name, label);
  const isError = issue?.severity === "error";
  return { error: isError ? sentence : undefined, warning: isError ? undefined : sentence };
}
