import { Hourglass } from "lucide-react";
import { lazy } from "react";
import { timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Delay: waits a number of seconds. */
export const delay: NodeFace = {
  icon: Hourglass,
  group: "logic",
  summary: (config, texts) => texts.nodes.waits(timeInWords(config["seconds"], texts)),
  firstField: "config.seconds",
  Inspector: lazy(async () => ({
    default: (await import("../inspector/node-inspectors/delay.tsx")).DelayInspector,
  })),
};
