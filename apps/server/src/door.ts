import { serverLimits } from "./limits.ts";

/*
 * The door through which webhooks come in.
 * 1. What is under way is bounded: webhooks, the bytes of their bodies, and their events.
 * 2. No connection takes more than half of any of these, so that one that floods leaves room for the others.
 * 3. Whether a webhook is let in is known before any of its body is read.
 */

/** What is counted of webhooks under way. */
type Load = { readonly webhooks: number; readonly bytes: number; readonly events: number };

/** A webhook that was let in. */
export type Visit = {
  /** Counts bytes of its body as they come; false when there is no room for them, and the webhook must come again. */
  readonly receive: (bytes: number) => boolean;
  /** Counts the events that it turned out to bring. */
  readonly bring: (events: number) => void;
  /** It is over. Once is enough, and more does no harm. */
  readonly leave: () => void;
};

/** Counts the webhooks under way, and turns away those that are too many. */
export type Door = {
  /** Lets a webhook of a connection in; undefined when it must come again. What has not come takes no room, so that nobody shuts the door by promising it. */
  readonly enter: (connectionId: string) => Visit | undefined;
};

const nothing: Load = { webhooks: 0, bytes: 0, events: 0 };
const all: Load = {
  webhooks: serverLimits.webhooks,
  bytes: serverLimits.webhookBytes,
  events: serverLimits.webhookEvents,
};
const share = sum(nothing, all, 1 / 2);

/** Makes a door through which nothing has come yet. */
export function createDoor(): Door {
  const loads = new Map<string, Load>();
  let total = nothing;
  const count = (connectionId: string, load: Load, sign: 1 | -1): void => {
    total = sum(total, load, sign);
    const ofConnection = sum(loads.get(connectionId) ?? nothing, load, sign);
    if (ofConnection.webhooks === 0) loads.delete(connectionId);
    else loads.set(connectionId, ofConnection);
  };

  return {
    enter: (connectionId) => {
      let load = nothing;
      let isIn = true;
      const add = (more: Load): void => {
        load = sum(load, more, 1);
        count(connectionId, more, 1);
      };
      const finds = (more: Load): boolean =>
        hasRoom(total, more, all) && hasRoom(loads.get(connectionId) ?? nothing, more, share);
      const visitor = { ...nothing, webhooks: 1 };
      if (!finds(visitor)) return undefined;
      add(visitor);
      return {
        receive: (bytes) => {
          const more = { ...nothing, bytes };
          if (!isIn || !finds(more)) return false;
          add(more);
          return true;
        },
        bring: (events) => add({ ...nothing, events }),
        leave: () => {
          isIn = false;
          count(connectionId, load, -1);
          load = nothing;
        },
      };
    },
  };
}

/** How many events a webhook brings is not known when it comes, so that it finds room while there is any. */
function hasRoom(present: Load, { webhooks, bytes }: Load, most: Load): boolean {
  const { webhooks: count, bytes: size } = sum(present, { webhooks, bytes, events: 0 }, 1);
  return count <= most.webhooks && size <= most.bytes && present.events < most.events;
}

function sum(left: Load, right: Load, factor: number): Load {
  return {
    webhooks: left.webhooks + factor * right.webhooks,
    bytes: left.bytes + factor * right.bytes,
    events: left.events + factor * right.events,
  };
}
