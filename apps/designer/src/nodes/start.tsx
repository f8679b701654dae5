import { Play } from "lucide-react";
import { later } from "../ui/later.ts";
import { conditionsInWords, listAt, named, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Start: the one node where every conversation begins. */
export const start: NodeFace = {
  icon: Play,
  group: "start",
  summary: (config, texts) => {
    const type = textAt(config, "trigger", "type");
    const event = textAt(config, "trigger", "event");
    const isNamed = type === "custom-event" && event !== "";
    return texts.nodes.whenItComes(
      isNamed ? texts.nodes.namedEvent(event) : named(texts.nodes.events, type === "whatsapp" ? event : type),
      conditionsInWords(listAt(config, "trigger", "conditions"), texts),
    );
  },
  firstField: "config.trigger",
  Inspector: later(async () => (await import("../inspector/node-inspectors/start.tsx")).StartInspector),
};
