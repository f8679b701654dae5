import { CheckCheck } from "lucide-react";
import { later } from "../ui/later.ts";
import { named, textAt, timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Wait-for: waits for the receipt of a message that an earlier node sent. */
export const waitFor: NodeFace = {
  icon: CheckCheck,
  group: "messages",
  summary: (config, texts) =>
    texts.nodes.waitsForReceipt(
      textAt(config, "send"),
      named(texts.nodes.receipts, textAt(config, "waitFor")),
      timeInWords(config["timeoutSeconds"], texts),
    ),
  firstField: "config.send",
  Inspector: later(async () => (await import("../inspector/node-inspectors/wait-for.tsx")).WaitForInspector),
};
