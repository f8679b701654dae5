import { UserPen } from "lucide-react";
import { later } from "../ui/later.ts";
import { listAt, textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Profile: reads or changes what is known of a contact. */
export const profile: NodeFace = {
  icon: UserPen,
  group: "utilities",
  summary: (config, { nodes }) => {
    const action = textAt(config, "action");
    const names =
      action === "set" ? listAt(config, "fields").map((field) => textAt(field, "name")) : listAt(config, "reads");
    const said = nodes.both(names.filter((name) => typeof name === "string" && name !== "") as string[]);
    return nodes.ofProfile(action, said, textAt(config, "contact"));
  },
  firstField: "config.action",
  Inspector: later(async () => (await import("../inspector/node-inspectors/profile.tsx")).ProfileInspector),
};
