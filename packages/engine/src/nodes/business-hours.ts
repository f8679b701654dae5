import type { NodeOf } from "@parley/flow";
import { formatIsoTime } from "@parley/messaging";
import { openingAt } from "../opening.ts";
import { timeZoneOf } from "../time-zone.ts";
import type { MakeBehaviour } from "./behaviour.ts";

const minuteMs = 60_000;

/** Business hours: goes on within them, else branches off or waits for the next ones (Social Hour Check node page). */
export const businessHours: MakeBehaviour<NodeOf<"business-hours">> = ({ config }) => ({
  enter: (step) => {
    const { outside, extraDelayMinutes } = config;
    const named = step.resolve(config.timeZone);
    const timeZone = timeZoneOf(named);
    if (timeZone === undefined) {
      step.fail(`timeZone is ${JSON.stringify(named.slice(0, 60))}; it must be one such as Europe/Amsterdam.`);
      return;
    }
    const { at } = step.event;
    const opensAt = openingAt(config, timeZone, at);
    const isOpen = opensAt === at;
    const waitMs = opensAt === undefined ? undefined : opensAt - at + (isOpen ? 0 : extraDelayMinutes * minuteMs);
    step.putOut({
      businessHours: {
        isOpen,
        ...(waitMs === undefined
          ? {}
          : { timeToNext: Math.ceil(waitMs / 1000), nextOpening: formatIsoTime(at + waitMs) }),
      },
    });
    if (isOpen) step.decide("onSuccess");
    else if (outside === "branch") step.decide("notInSocialHour");
    else if (waitMs === undefined) step.fail("There are no business hours within a year to wait for.");
    else step.update({ waitMs });
  },
  shape: (leave) => (config.outside === "wait" ? { after: { wait: leave("nextSocialHour") } } : {}),
});
