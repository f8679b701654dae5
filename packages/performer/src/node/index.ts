export { createNodePerformer, type NodePerformer, type NodePerformerOptions } from "./node-performer.ts";
