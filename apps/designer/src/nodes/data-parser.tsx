import { Braces } from "lucide-react";
import { later } from "../ui/later.ts";
import { listAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Data parser: picks fields from JSON or XML. */
export const dataParser: NodeFace = {
  icon: Braces,
  group: "utilities",
  summary: (config, { nodes }) =>
    nodes.picks(
      nodes.both(
        listAt(config, "fields")
          .map((field) => textAt(field, "name"))
          .filter(Boolean),
      ),
      textAt(config, "source"),
    ),
  firstField: "config.source",
  Inspector: later(async () => (await import("../inspector/node-inspectors/data-parser.tsx")).DataParserInspector),
};
