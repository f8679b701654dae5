import type { Gateway } from "@parley/gateway";
import type { CommitUnit, Store, Thread } from "@parley/store";

/*
 * Faults that a host could have, planted between it and its store. They are tests of the simulation: each must be found.
 */

/** Every event is taken as new. */
export function withoutDedupe(store: Store): Store {
  return {
    ...store,
    load: async (request) => ({ ...(await store.load(request)), seenInboxIds: [] }),
    commit: (units) => store.commit(units.map((unit) => ({ ...unit, inbox: [] }))),
  };
}

/** The state is committed first and what follows from it second; a crash may come between. */
export function withTwoTransactions(store: Store, between: () => boolean): Store {
  return {
    ...store,
    commit: async (units) => {
      const results = await store.commit(units.map((unit) => part(unit, (name) => stateParts.includes(name))));
      if (!between()) await store.commit(units.map((unit) => part(unit, (name) => !stateParts.includes(name))));
      return results;
    },
  };
}

/** A send counts as accepted before it is handed over. */
export function withMarkBeforeSending(gateway: Gateway): Gateway {
  return {
    ...gateway,
    send: async (request, signal) => {
      void gateway.send(request, signal);
      return { type: "accepted", messageId: `early.${request.sendKey}`, contact: request.to };
    },
  };
}

/** Keys of sends differ whenever a turn is taken. */
export function withRandomKeys(store: Store, random: () => number): Store {
  return {
    ...store,
    commit: (units) => store.commit(units.map((unit) => rename(unit, random))),
  };
}

/** A fired timer counts as the latest one of its name. */
export function withoutGenerations(store: Store): Store {
  const fired = new Map<string, number>();
  return {
    ...store,
    dueTimers: async (query) => {
      const due = await store.dueTimers(query);
      for (const { conversationId, timerId, generation } of due) fired.set(`${conversationId} ${timerId}`, generation);
      return due;
    },
    load: async (request) => {
      const loaded = await store.load(request);
      return { ...loaded, threads: loaded.threads.map((row) => ({ ...row, thread: withFired(row.thread, fired) })) };
    },
  };
}

/** Timers are never cancelled. */
export function withoutCancel(store: Store): Store {
  return { ...store, commit: (units) => store.commit(units.map((unit) => ({ ...unit, cancelTimers: [] }))) };
}

/** A turn puts something random into what the conversation knows. */
export function withRandomState(store: Store, random: () => number): Store {
  return { ...store, commit: (units) => store.commit(units.map((unit) => disturb(unit, random))) };
}

/** A crash is taken for a clean stop: nothing is in doubt. */
export function withoutDoubt(store: Store): Store {
  return { ...store, wasClosedCleanly: true };
}

/** Receipts of messages that are not known yet are lost. */
export function withoutParking(store: Store): Store {
  return { ...store, commit: (units) => store.commit(units.map((unit) => ({ ...unit, parkReceipts: [] }))) };
}

/** A task stays owed when it is answered. */
export function withTasksOwedForEver(store: Store): Store {
  const isOwed = ({ state }: { readonly state: string }): boolean => state === "queued";
  return {
    ...store,
    commit: (units) => store.commit(units.map((unit) => ({ ...unit, tasks: unit.tasks?.filter(isOwed) ?? [] }))),
  };
}

/** Nothing is forgotten. */
export function withoutForgetting(store: Store): Store {
  return { ...store, forgetBefore: async () => 0 };
}

/** What is waited for is found for ever. */
export function withoutTopicEnds(store: Store): Store {
  const keep = (unit: CommitUnit): CommitUnit => ({
    ...unit,
    topics: unit.topics?.filter(({ topics }) => topics.length > 0) ?? [],
  });
  return { ...store, commit: (units) => store.commit(units.map(keep)) };
}

/** Reports are lost, but for every other one. */
export function withoutSomeReports(store: Store): Store {
  let count = 0;
  const keep = (unit: CommitUnit): CommitUnit =>
    unit.thread === undefined ? unit : { ...unit, posts: unit.posts?.filter(() => (count += 1) % 2 === 0) ?? [] };
  return { ...store, commit: (units) => store.commit(units.map(keep)) };
}

/** A signal that comes again is taken as new. */
export function withoutSignalDedupe(store: Store): Store {
  const isOfSignal = (id: string): boolean => id.startsWith(" ");
  return {
    ...store,
    load: async (request) => {
      const loaded = await store.load(request);
      return { ...loaded, seenInboxIds: loaded.seenInboxIds.filter((id) => !isOfSignal(id)) };
    },
    commit: (units) =>
      store.commit(units.map((unit) => ({ ...unit, inbox: unit.inbox?.filter(({ id }) => !isOfSignal(id)) ?? [] }))),
  };
}

const stateParts: readonly string[] = ["thread", "inbox", "aliases", "journal", "conversations"];

function part(unit: CommitUnit, isWanted: (name: string) => boolean): CommitUnit {
  return Object.fromEntries(Object.entries(unit).filter(([name, value]) => value !== undefined && isWanted(name)));
}

function rename(unit: CommitUnit, random: () => number): CommitUnit {
  let text = JSON.stringify(unit);
  for (const { key, state, attempts } of unit.sends ?? []) {
    if (state !== "queued" || attempts > 0) continue;
    text = text.replaceAll(`"${key}"`, `"${key}x${Math.floor(random() * 1e6)}"`);
  }
  return JSON.parse(text) as CommitUnit;
}

function withFired(thread: Thread, fired: ReadonlyMap<string, number>): Thread {
  const live = thread.live.map((one) => {
    const { conversation } = one;
    const timers = Object.fromEntries(
      Object.entries(conversation.timers).map(([timerId, timer]) => {
        const generation = fired.get(`${conversation.id} ${timerId}`) ?? timer.generation;
        return [timerId, { ...timer, generation }];
      }),
    );
    return { ...one, conversation: { ...conversation, timers } };
  });
  return { ...thread, live };
}

function disturb(unit: CommitUnit, random: () => number): CommitUnit {
  if (unit.thread === undefined) return unit;
  const live = unit.thread.state.live.map((one) => {
    const { conversation } = one;
    const variables = { ...conversation.context.variables, luck: random() };
    return { ...one, conversation: { ...conversation, context: { ...conversation.context, variables } } };
  });
  return { ...unit, thread: { ...unit.thread, state: { ...unit.thread.state, live } } };
}
