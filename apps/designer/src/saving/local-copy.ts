import { createStore, del, getMany, keys, set, type UseStore } from "idb-keyval";
import { savingLimits as limits } from "./limits.ts";

/*
 * Copies of drafts on this device. An unsaved one stands for changes that the server has not acknowledged and goes as soon as it has; a kept one is
 * the side of a conflict that was not taken. They are in IndexedDB, which has room; the last breath of a closing page goes to the local storage,
 * which writes at once.
 */

/** A draft as it was here. */
export type LocalCopy = {
  readonly id: string;
  readonly flowId: string;
  readonly kind: "unsaved" | "mine" | "theirs";
  /** The revision that it was made from, or that it is. */
  readonly revision: number;
  /** When it was last changed, in milliseconds. */
  readonly at: number;
  readonly draft: unknown;
};

/** Where copies are kept. Nothing of it throws: a device that keeps nothing is no reason not to work. */
export interface LocalCopies {
  /** The copies of a flow, the latest first. */
  list: (flowId: string) => Promise<readonly LocalCopy[]>;
  put: (copy: LocalCopy) => Promise<void>;
  /** Puts at once, before the page goes. */
  putNow: (copy: LocalCopy) => void;
  remove: (copy: Pick<LocalCopy, "id" | "flowId">) => Promise<void>;
}

/** The copies that this browser keeps. */
export function browserCopies(now: () => number): LocalCopies {
  let store: UseStore | undefined;
  const database = (): UseStore => (store ??= createStore("parley", "copies"));
  const keyOf = ({ flowId, id }: Pick<LocalCopy, "id" | "flowId">): string => `${flowId}/${id}`;

  const remove = async (copy: Pick<LocalCopy, "id" | "flowId">): Promise<void> => {
    quietly(() => localStorage.removeItem(breathKey + keyOf(copy)));
    await del(keyOf(copy), database()).catch(ignore);
  };

  const stored = async (flowId: string): Promise<LocalCopy[]> => {
    const wanted = (await keys<string>(database())).filter((key) => key.startsWith(`${flowId}/`));
    return (await getMany<unknown>(wanted, database())).flatMap(readCopy);
  };

  return {
    list: async (flowId) => {
      const all = [...breaths(`${breathKey}${flowId}/`), ...(await stored(flowId).catch(() => []))];
      const latest = Map.groupBy(all, ({ id }) => id).values();
      const copies = [...latest].flatMap((same) => newestFirst(same).slice(0, 1));
      const oldest = now() - limits.copyDays * 24 * 60 * 60 * 1_000;
      const kept = newestFirst(copies)
        .filter(({ at }) => at > oldest)
        .slice(0, limits.copies);
      await Promise.all(copies.filter((copy) => !kept.includes(copy)).map(remove));
      return kept;
    },
    put: async (copy) => {
      try {
        await set(keyOf(copy), copy, database());
        localStorage.removeItem(breathKey + keyOf(copy));
      } catch (error) {
        ignore(error);
      }
    },
    putNow: (copy) => quietly(() => localStorage.setItem(breathKey + keyOf(copy), JSON.stringify(copy))),
    remove,
  };
}

const breathKey = "parley.copy.";

function breaths(prefix: string): LocalCopy[] {
  try {
    const wanted = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return wanted.flatMap((key) => readCopy(JSON.parse(localStorage.getItem(key) ?? "null")));
  } catch {
    return [];
  }
}

/** A copy as some earlier page left it: nothing where it is not one. */
export function readCopy(input: unknown): LocalCopy[] {
  if (typeof input !== "object" || input === null) return [];
  const { id, flowId, kind, revision, at, draft } = input as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" || typeof flowId !== "string" || typeof draft !== "object" || draft === null) return [];
  if (kind !== "unsaved" && kind !== "mine" && kind !== "theirs") return [];
  if (typeof revision !== "number" || typeof at !== "number") return [];
  return [{ id, flowId, kind, revision, at, draft }];
}

function newestFirst(copies: readonly LocalCopy[]): LocalCopy[] {
  return copies.toSorted((left, right) => right.at - left.at);
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    ignore(error);
  }
}

/** A device without room, or that forbids to keep anything: what is unsaved is guarded by the question before the page closes. */
function ignore(_error: unknown): undefined {
  return undefined;
}
