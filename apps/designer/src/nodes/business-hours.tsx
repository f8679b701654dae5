import { CalendarClock } from "lucide-react";
import { later } from "../ui/later.ts";
import { textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";
import { weekInWords } from "./week-in-words.ts";

/** Business hours: goes on within them; outside branches off or waits. */
export const businessHours: NodeFace = {
  icon: CalendarClock,
  group: "utilities",
  summary: (config, texts) =>
    texts.nodes.openAt(weekInWords(config, texts), textAt(config, "timeZone"), textAt(config, "outside") === "wait"),
  firstField: "config.timeZone",
  Inspector: later(
    async () => (await import("../inspector/node-inspectors/business-hours.tsx")).BusinessHoursInspector,
  ),
};
