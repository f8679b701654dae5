import { mergeOptIn, type OptIn } from "@parley/messaging";
import { type Desk, type Place, threadOf } from "./desk.ts";
import type { HostEvent } from "./host-event.ts";
import { noteEvent, type ThreadWork } from "./thread-work.ts";

/** A contact's word on being messaged proactively; of a contact who never wrote, a thread begins with it. */
export function takeOptIn({ appId, contact, optIn }: Extract<HostEvent, { type: "opt-in" }>, desk: Desk): Place {
  const work = threadOf(appId, contact, desk);
  recordOptIn(work, optIn);
  return work;
}

/** Keeps the later word. */
export function recordOptIn(work: ThreadWork, next: OptIn): void {
  const optIn = mergeOptIn(work.thread.optIn, next);
  if (isSame(optIn, work.thread.optIn)) return;
  work.thread = { ...work.thread, optIn };
  noteEvent(work, work.at, { type: "opt-in-recorded", optIn });
}

/** Told again, it is no news. */
function isSame(one: OptIn, other: OptIn | undefined): boolean {
  return one === other || (one.at === other?.at && one.status === other.status);
}
