import { Split } from "lucide-react";
import { later } from "../ui/later.ts";
import { conditionsInWords, listAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Branch: the first named branch whose conditions hold. */
export const branch: NodeFace = {
  icon: Split,
  group: "logic",
  summary: (config, texts) => {
    const lines = listAt(config, "branches").map((row) =>
      texts.nodes.branchLine(
        textAt(row, "name"),
        conditionsInWords(listAt(row, "rows"), texts) || texts.nodes.noCondition,
      ),
    );
    return lines.slice(0, 2).join("\n") || texts.nodes.noBranch;
  },
  firstField: "config.branches",
  Inspector: later(async () => (await import("../inspector/node-inspectors/branch.tsx")).BranchInspector),
};
