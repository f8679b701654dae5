import { Play } from "lucide-react";
import { later } from "../ui/later.ts";
import { conditionsInWords, listAt, named, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Start: the one node where every conversation begins. */
export const start: NodeFace = {
  icon: Play,
  group: "start",
  summary: (config, texts) =>
    texts.nodes.whenItComes(
      named(texts.nodes.events, textAt(config, "trigger", "event")),
      conditionsInWords(listAt(config, "trigger", "conditions"), texts),
    ),
  firstField: "config.trigger.event",
  Inspector: later(async () => (await import("../inspector/node-inspectors/start.tsx")).StartInspector),
};
