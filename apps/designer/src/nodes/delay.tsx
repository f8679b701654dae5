import { Hourglass } from "lucide-react";
import { later } from "../ui/later.ts";
import { textAt, timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Delay: waits a number of seconds, or until a moment. */
export const delay: NodeFace = {
  icon: Hourglass,
  group: "logic",
  summary: (config, texts) =>
    "until" in config
      ? texts.nodes.waitsUntilTime(textAt(config, "until", "at"), textAt(config, "until", "timeZone"))
      : texts.nodes.waits(timeInWords(config["seconds"], texts)),
  firstField: "config",
  Inspector: later(async () => (await import("../inspector/node-inspectors/delay.tsx")).DelayInspector),
};
