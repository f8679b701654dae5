import { type Contact, identitiesOf } from "@parley/messaging";
import type { Signal } from "./event.ts";

/*
 * A topic is a key under which the store finds the conversations that wait for something from outside their thread. Who waits writes it down as it
 * begins to wait; what happens asks for the topics that it touches.
 */

/** The topic of a custom event with one resume key and its value. Where a Receive names several, the first stands for it; the rest is asked of its guard. */
export function customEventTopic(event: string, key: string, value: string): string {
  return JSON.stringify(["custom", event, key, value]);
}

/** The topic of a message from another contact, by one identity such as `wa:31612345678`. */
export function contactTopic(appId: string, identity: string): string {
  return JSON.stringify(["from", appId, identity]);
}

/** The topics that a custom event touches: one for each of its parameters that is a text, a number or a truth. */
export function topicsOfSignal(signal: Signal): string[] {
  if (signal.type !== "custom-event") return [];
  return Object.entries(signal.parameters).flatMap(([key, value]) =>
    typeof value === "object" ? [] : [customEventTopic(signal.event, key, String(value))],
  );
}

/** The topics that a message of a contact touches. */
export function topicsOfContact(appId: string, contact: Contact): string[] {
  return identitiesOf(contact).map((identity) => contactTopic(appId, identity));
}
