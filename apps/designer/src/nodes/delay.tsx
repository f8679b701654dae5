import { Hourglass } from "lucide-react";
import { later } from "../ui/later.ts";
import { timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Delay: waits a number of seconds. */
export const delay: NodeFace = {
  icon: Hourglass,
  group: "logic",
  summary: (config, texts) => texts.nodes.waits(timeInWords(config["seconds"], texts)),
  firstField: "config.seconds",
  Inspector: later(async () => (await import("../inspector/node-inspectors/delay.tsx")).DelayInspector),
};
