import { Globe } from "lucide-react";
import { later } from "../ui/later.ts";
import { textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** HTTP request: asks a server. */
export const httpRequest: NodeFace = {
  icon: Globe,
  group: "utilities",
  summary: (config, { nodes }) => nodes.asks(textAt(config, "method"), textAt(config, "url")),
  firstField: "config.url",
  Inspector: later(async () => (await import("../inspector/node-inspectors/http-request.tsx")).HttpRequestInspector),
};
