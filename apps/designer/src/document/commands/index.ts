export { connect, disconnect, reconnect } from "./edges.ts";
export { type ActionTime, addAction, moveAction, removeAction, setNodeField } from "./fields.ts";
export {
  addVariable,
  type FlowFields,
  removeVariable,
  setFlowField,
  setOutcomeDefault,
  updateVariable,
} from "./flow.ts";
export { addNode, addNodeAfter, insertOnEdge, renameNode } from "./nodes.ts";
export { addNote, updateNote } from "./notes.ts";
export { duplicate, paste } from "./paste.ts";
export { alignItems, type Alignment, applyPositions, type Axis, distributeItems, moveItems } from "./positions.ts";
export { removeAndReconnect, removeItems } from "./remove.ts";
