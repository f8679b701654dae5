import { Flag } from "lucide-react";
import { later } from "../ui/later.ts";
import { named, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** End: the conversation is over. */
export const end: NodeFace = {
  icon: Flag,
  group: "end",
  summary: (config, texts) => texts.nodes.ends(named(texts.nodes.results, textAt(config, "result"))),
  firstField: "config.result",
  Inspector: later(async () => (await import("../inspector/node-inspectors/end.tsx")).EndInspector),
};
