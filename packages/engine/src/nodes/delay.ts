import { flowLimits, type NodeOf } from "@parley/flow";
import type { Step } from "../step.ts";
import { momentOf, timeZoneOf } from "../time-zone.ts";
import type { MakeBehaviour } from "./behaviour.ts";

type Config = NodeOf<"delay">["config"];

/** Delay: waits, then leaves by `onTimeout`. */
export const delay: MakeBehaviour<NodeOf<"delay">> = ({ config }) => ({
  enter: (step) => {
    const waitMs =
      config.seconds === undefined ? waitUntil(config.until, step) : step.setWait(config.seconds, "seconds");
    if (waitMs !== undefined) step.putOut({ delay: { waitTime: waitMs / 1000 } });
  },
  shape: (leave) => ({ after: { wait: leave("onTimeout") } }),
});

/** What has passed is over at once: the least wait there is. */
function waitUntil(until: Config["until"], step: Step): number | undefined {
  const at = step.resolve(until?.at ?? "");
  const zone = step.resolve(until?.timeZone ?? "UTC");
  const timeZone = timeZoneOf(zone);
  const moment = timeZone === undefined ? undefined : momentOf(at, timeZone);
  if (timeZone === undefined) step.fail(`until.timeZone is ${shown(zone)}; it must be one such as Europe/Amsterdam.`);
  else if (moment === undefined) step.fail(`until.at is ${shown(at)}; it must be a time such as 2026-12-24T18:00.`);
  else if (moment - step.event.at > flowLimits.waitSeconds * 1000)
    step.fail(`until.at is ${shown(at)}, which is more than a year from now.`);
  else {
    const waitMs = Math.max(1, moment - step.event.at);
    step.update({ waitMs });
    return waitMs;
  }
  return undefined;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
