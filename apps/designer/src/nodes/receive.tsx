import { Inbox } from "lucide-react";
import { later } from "../ui/later.ts";
import { listAt, named, textAt, timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Receive: waits for the contact. */
export const receive: NodeFace = {
  icon: Inbox,
  group: "messages",
  summary: (config, texts) => {
    const events = listAt(config, "events").map((event) => {
      const own = textAt(event, "outcome") || (textAt(event, "type") === "custom-event" ? textAt(event, "event") : "");
      return own === "" ? named(texts.nodes.events, textAt(event, "type")) : texts.nodes.quoted(own);
    });
    return texts.nodes.waitsForEvents(texts.nodes.list(events), timeInWords(config["timeoutSeconds"], texts));
  },
  firstField: "config.events",
  Inspector: later(async () => (await import("../inspector/node-inspectors/receive.tsx")).ReceiveInspector),
};
