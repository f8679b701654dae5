import { type Store, StoreError } from "@parley/store";

/** Says what becomes of the n-th call of a store, counted from 1: an error to reject with, a promise to wait for first, or nothing. */
export type Interference = (method: string, call: number) => Error | Promise<void> | undefined;

/** A store whose every call may be interfered with before it reaches the real one. */
export function interferedStore(store: Store, interfere: Interference): Store {
  let calls = 0;
  const wrap = <Value extends object>(target: Value, prefix: string): Value =>
    new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name);
        if (typeof member === "object" && member !== null) return wrap(member, `${String(name)}.`);
        if (typeof member !== "function") return member;
        return async (...given: unknown[]): Promise<unknown> => {
          calls += 1;
          const interference = interfere(`${prefix}${String(name)}`, calls);
          if (interference instanceof Error) throw interference;
          await interference;
          return Reflect.apply(member, object, given);
        };
      },
    });
  return wrap(store, "");
}

/** The failure of a full disk. */
export function diskFull(): StoreError {
  return new StoreError("full", "");
}

/** A store whose calls never come back once its process is dead. */
export function mortal(store: Store, isDead: () => boolean): Store {
  const guard =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (isDead()) return new Promise<Result>(() => {});
      const result = await call(...given);
      return isDead() ? new Promise<Result>(() => {}) : result;
    };
  return {
    ...store,
    load: guard((request) => store.load(request)),
    commit: guard((units) => store.commit(units)),
    dueTimers: guard((query) => store.dueTimers(query)),
    nextTimerAt: guard(() => store.nextTimerAt()),
    queuedSends: guard((query) => store.queuedSends(query)),
    queuedTasks: guard((query) => store.queuedTasks(query)),
    duePosts: guard((query) => store.duePosts(query)),
    nextPostAt: guard(() => store.nextPostAt()),
    forgetBefore: guard((at: number, limit: number) => store.forgetBefore(at, limit)),
  };
}
