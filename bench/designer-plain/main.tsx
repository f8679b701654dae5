import "@xyflow/react/dist/style.css";
import "./plain.css";
import { Background, Controls, MiniMap, ReactFlow } from "@xyflow/react";
import { createRoot } from "react-dom/client";

/*
 * What one gets from the library without more: its default nodes and edges in its own state, none of them left out. The same places and connections
 * as the flow that the designer is given.
 */

type Drawn = {
  readonly nodes: readonly { readonly id: string; readonly position: { readonly x: number; readonly y: number } }[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
};

const { nodes, edges } = (await (await fetch("flow.json")).json()) as Drawn;
const defaultNodes = nodes.map(({ id, position }) => ({ id, position, data: { label: id } }));
const defaultEdges = edges.map(({ id, source, target }) => ({ id, source, target }));

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
createRoot(root).render(
  <>
    <ReactFlow
      defaultNodes={defaultNodes}
      defaultEdges={defaultEdges}
      defaultViewport={{ x: 60, y: 60, zoom: 0.8 }}
      minZoom={0.03}
    >
      <Background />
      <Controls />
      <MiniMap />
    </ReactFlow>
    {/* What typing costs at least: nothing hears of what is typed here. */}
    <textarea aria-label="Message" className="message" />
  </>,
);
