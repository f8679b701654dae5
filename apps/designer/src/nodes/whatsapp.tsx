import { MessageCircle } from "lucide-react";
import { later } from "../ui/later.ts";
import { textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** WhatsApp: sends a message, and may wait for its receipt. */
export const whatsapp: NodeFace = {
  icon: MessageCircle,
  group: "messages",
  summary: (config, texts) => textAt(config, "message", "body") || texts.nodes.noMessage,
  message: (config) => textAt(config, "message", "body"),
  firstField: "config.message.body",
  Inspector: later(async () => (await import("../inspector/node-inspectors/whatsapp.tsx")).WhatsappInspector),
};
