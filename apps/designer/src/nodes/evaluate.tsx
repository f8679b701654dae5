import { CodeXml } from "lucide-react";
import { later } from "../ui/later.ts";
import { firstLine, listAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Evaluate: runs a script and goes one way or another by its result. */
export const evaluate: NodeFace = {
  icon: CodeXml,
  group: "utilities",
  summary: (config, { nodes }) => {
    const branches = listAt(config, "branches").filter((name) => typeof name === "string");
    return nodes.runs(firstLine(textAt(config, "script")), nodes.list(branches));
  },
  firstField: "config.script",
  Inspector: later(async () => (await import("../inspector/node-inspectors/evaluate.tsx")).EvaluateInspector),
};
