import { Percent } from "lucide-react";
import { later } from "../ui/later.ts";
import { listAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Split: sends shares of the contacts along different ways. */
export const split: NodeFace = {
  icon: Percent,
  group: "utilities",
  summary: (config, { nodes }) =>
    listAt(config, "branches")
      .map((row) => nodes.share(textAt(row, "name"), textAt(row, "percent")))
      .join(", ") || nodes.noBranch,
  firstField: "config.branches",
  Inspector: later(async () => (await import("../inspector/node-inspectors/split.tsx")).SplitInspector),
};
