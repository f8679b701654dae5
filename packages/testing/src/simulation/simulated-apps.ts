import type { App } from "@parley/messaging";

/** When a simulation begins. */
export const startsAt = 1_767_225_600_000;

/** How long a receipt may tell of a send in doubt. */
export const reconcileAfterMs = 60_000;

function appOf(id: string, settings: App["settings"]): App {
  return { id, connectionId: "connection", phoneNumberId: id, displayPhoneNumber: "+15550783881", settings };
}

/** One app repeats what is in doubt and is quick; the other gives it up and is so slow that its rate is felt. */
export const apps: ReadonlyMap<string, App> = new Map(
  [
    appOf("main", { messagesPerSecond: 80, ambiguous: "retry" }),
    appOf("slow", { messagesPerSecond: 5, ambiguous: "dead-letter" }),
  ].map((app) => [app.id, app]),
);
