import { Play } from "lucide-react";
import { lazy } from "react";
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
  Inspector: lazy(async () => ({
    default: (await import("../inspector/node-inspectors/start.tsx")).StartInspector,
  })),
};
