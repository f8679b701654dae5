import { weekdays } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { Texts } from "../texts/en/index.ts";
import { listAt, textAt } from "./in-words.ts";

/** The hours of a week in one line, days of the same hours beside one another together: `Mon–Fri 09:00–17:00, Sat 10:00–14:00`. */
export function weekInWords(config: JsonObject, { nodes }: Texts): string {
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const day of weekdays) {
    const hours = listAt(config, "week", day)
      .map((period) => nodes.period(textAt(period, "from"), textAt(period, "to")))
      .join(nodes.periodJoin);
    const run = runs.at(-1);
    const name = nodes.shortDays[day];
    if (run?.hours === hours) run.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs
    .filter(({ hours }) => hours !== "")
    .map(({ first, last, hours }) => `${first === last ? first : nodes.period(first, last)} ${hours}`)
    .join(", ");
}
