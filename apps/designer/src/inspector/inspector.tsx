import { edgeById, nodeById } from "../document/outcomes.ts";
import { useDocument, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { EdgeInspector } from "./edge-inspector.tsx";
import { FlowFields } from "./flow-fields.tsx";
import { NodeInspector } from "./node-inspector.tsx";
import { PanelFrame } from "./panel-frame.tsx";
import { SelectionInspector } from "./selection-inspector.tsx";
import { StickyInspector } from "./sticky-inspector.tsx";

/** What is selected, ready to be changed: a node, an edge, a note, several of them, or the flow when nothing is. Never in the canvas's way. */
export function Inspector() {
  const { inspector } = useTexts();
  return (
    <PanelFrame label={inspector.name}>
      <Selected />
    </PanelFrame>
  );
}

function Selected() {
  const nodeIds = useSessionStore("view", (view) => view.nodeIds);
  const edgeIds = useSessionStore("view", (view) => view.edgeIds);
  const noteIds = useSessionStore("view", (view) => view.noteIds);
  const [nodeId] = nodeIds;
  const [noteId] = noteIds;
  const [edgeId] = edgeIds;
  // What is selected may have been removed, by an undo for one.
  const isNode = useDocument((document) => nodeId !== undefined && nodeById(document, nodeId) !== undefined);
  const isNote = useDocument((document) => noteId !== undefined && document.notes.some(({ id }) => id === noteId));
  const isEdge = useDocument((document) => edgeId !== undefined && edgeById(document, edgeId) !== undefined);
  if (nodeIds.size + noteIds.size > 1) return <SelectionInspector />;
  if (nodeId !== undefined && isNode) return <NodeInspector key={nodeId} nodeId={nodeId} />;
  if (noteId !== undefined && isNote) return <StickyInspector key={noteId} noteId={noteId} />;
  if (edgeId !== undefined && edgeIds.size === 1 && isEdge) return <EdgeInspector key={edgeId} edgeId={edgeId} />;
  return <FlowFields />;
}
