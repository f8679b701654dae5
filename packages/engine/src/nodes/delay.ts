import { flowLimits, type NodeOf } from "@parley/flow";
import type { Step } from "../step.ts";
import { momentOf, timeZoneOf } from "../time-zone.ts";
import type { MakeBehaviour } from "./behaviour.ts";

type Config = NodeOf<"delay">["config"];

/** Delay: waits, then leaves by `onTimeout`. */
export const delay: MakeBehaviour<NodeOf<"delay">> = ({ config }) => ({
  enter: (step) => {
    const { seconds = 0, until } = config;
    const waitMs = until === undefined ? step.setWait(seconds, "seconds") : setWaitUntil(until, step);
    if (waitMs !== undefined) step.putOut({ delay: { waitTime: waitMs / 1000 } });
  },
  shape: (leave) => ({ after: { wait: leave("onTimeout") } }),
});

/** Sets how long the node waits; undefined, and the node has failed, when there is no such moment. One that has passed is over at once. */
function setWaitUntil(until: NonNullable<Config["until"]>, step: Step): number | undefined {
  const at = step.resolve(until.at);
  const zone = step.resolve(until.timeZone);
  const timeZone = timeZoneOf(zone);
  if (timeZone === undefined) {
    step.fail(`until.timeZone is ${shown(zone)}; it must be one such as Europe/Amsterdam.`);
    return undefined;
  }
  const moment = momentOf(at, timeZone);
  if (moment === undefined) {
    step.fail(`until.at is ${shown(at)}; it must be a time such as 2026-12-24T18:00.`);
    return undefined;
  }
  const waitMs = Math.max(0, moment - step.event.at);
  if (waitMs > flowLimits.waitSeconds * 1000) {
    step.fail(`until.at is ${shown(at)}, which is more than a year from now.`);
    return undefined;
  }
  // No timer is set for no time at all.
  step.update({ waitMs: Math.max(1, waitMs) });
  return waitMs;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
