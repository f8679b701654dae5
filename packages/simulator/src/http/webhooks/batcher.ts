import type { Clock } from "@parley/messaging";
import type { Faults, Update } from "../../index.ts";

/** Puts updates together that leave in one webhook: one each, or more while the fault `batch` is on. */
export interface Batcher {
  take(update: Update): void;
  /** How many updates are held. */
  size(): number;
  /** Forgets what is held. */
  clear(): void;
}

/** What a batcher works with; `leave` gets the updates of one webhook. */
export type BatcherOptions = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly faults: Faults;
  readonly leave: (updates: readonly Update[]) => void;
};

type OpenBatch = { readonly size: number; readonly updates: Update[]; readonly cancelFlush: () => void };

/** Makes a batcher that holds nothing. */
export function createBatcher({ clock, random, faults, leave }: BatcherOptions): Batcher {
  let open: OpenBatch | undefined;

  function take(update: Update): void {
    open ??= begin();
    if (open === undefined) return leave([update]);
    open.updates.push(update);
    if (open.updates.length >= open.size) flush();
  }

  function begin(): OpenBatch | undefined {
    const batch = faults.take("batch");
    if (batch === undefined) return undefined;
    return { size: batch.size, updates: [], cancelFlush: clock.schedule(clock.now() + batch.holdMs, flush) };
  }

  function flush(): void {
    const updates = open?.updates ?? [];
    clear();
    leave(faults.plan().reorder ? shuffled(updates, random) : updates);
  }

  function clear(): void {
    open?.cancelFlush();
    open = undefined;
  }

  return { take, size: () => open?.updates.length ?? 0, clear };
}

/** The members in another order, each order as likely as the next (Fisher and Yates). */
function shuffled<Member>(members: readonly Member[], random: () => number): Member[] {
  const mixed = [...members];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    mixed.push(...mixed.splice(chosen, 1));
  }
  return mixed;
}
