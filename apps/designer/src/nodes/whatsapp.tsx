import { MessageCircle } from "lucide-react";
import { later } from "../ui/later.ts";
import { cardMessageOf } from "./card-message.ts";
import { named, partAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** WhatsApp: sends a message, and may wait for its receipt. */
export const whatsapp: NodeFace = {
  icon: MessageCircle,
  group: "messages",
  summary: (config, texts) => {
    const { text, pills } = cardMessageOf(partAt(config, "message"), texts);
    const message = [text, ...pills].filter((part) => part !== "").join(" · ") || texts.nodes.noMessage;
    const destination = textAt(config, "destination");
    const waitFor = textAt(config, "waitFor");
    return [
      message,
      ...(destination === "" ? [] : [texts.nodes.sendsTo(destination)]),
      ...(waitFor === "" || waitFor === "none" ? [] : [texts.nodes.waitsUntil(named(texts.nodes.receipts, waitFor))]),
    ].join("\n");
  },
  message: (config, texts) => cardMessageOf(partAt(config, "message"), texts),
  note: (config, texts) => {
    const destination = textAt(config, "destination");
    return destination === "" ? "" : texts.nodes.sendsTo(destination);
  },
  firstField: "config.message",
  Inspector: later(async () => (await import("../inspector/node-inspectors/whatsapp.tsx")).WhatsappInspector),
};
