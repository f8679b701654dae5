import { applyPatches, enablePatches, type Patch } from "immer";
import { newDocument, toDraft } from "../document/open-document.ts";
import { ServerError, type ServerErrorCode } from "../server/server-error.ts";
import { createSession, type FlowSession } from "../session/flow-session.ts";
import type { DraftServer, StoredDraft } from "./draft-server.ts";
import type { LocalCopies, LocalCopy } from "./local-copy.ts";
import { createSaving, type Saving } from "./saving.ts";

enablePatches();

/** A server with one draft, that can be told to fail. */
type MemoryServer = DraftServer & {
  readonly stored: () => StoredDraft;
  /** What it was sent, as `patches` or `document`. */
  readonly sent: string[];
  /** The next requests fail: `before` they are taken, or after, so that their answer is lost. */
  readonly failNext: (
    code: ServerErrorCode,
    how?: { readonly when?: "before" | "after"; readonly times?: number },
  ) => void;
  /** Someone else saves. */
  readonly saveElsewhere: (change: (draft: Record<string, unknown>) => Record<string, unknown>) => void;
};

function memoryServer(draft: unknown): MemoryServer {
  let stored: StoredDraft = { draft, revision: 1, updatedAt: 0 };
  let failures: readonly { readonly code: ServerErrorCode; readonly when: "before" | "after" }[] = [];
  const sent: string[] = [];
  const store = (next: unknown): void => {
    stored = { draft: next, revision: stored.revision + 1, updatedAt: stored.updatedAt + 1 };
  };
  const take = async (form: string, revision: number, next: () => unknown): Promise<{ revision: number }> => {
    sent.push(form);
    const [failing, ...rest] = failures;
    failures = rest;
    if (failing?.when === "before") throw new ServerError(failing.code, "It failed.");
    if (revision !== stored.revision) throw new ServerError("conflict", "Another revision is the latest.");
    store(next());
    if (failing !== undefined) throw new ServerError(failing.code, "The answer was lost.");
    return { revision: stored.revision };
  };
  return {
    stored: () => stored,
    sent,
    failNext: (code, { when = "before", times = 1 } = {}) => {
      failures = Array.from({ length: times }, () => ({ code, when }));
    },
    saveElsewhere: (change) => store(change(stored.draft as Record<string, unknown>)),
    read: async () => stored,
    saveDraft: ({ revision, draft: next }) => take("document", revision, () => next),
    savePatches: ({ revision, patches }) =>
      take("patches", revision, () =>
        applyPatches(stored.draft as object, JSON.parse(JSON.stringify(patches)) as Patch[]),
      ),
  };
}

/** Copies that are kept in memory. */
export function memoryCopies(): LocalCopies & { readonly all: () => readonly LocalCopy[] } {
  const copies = new Map<string, LocalCopy>();
  return {
    all: () => [...copies.values()],
    list: async (flowId) => [...copies.values()].filter((copy) => copy.flowId === flowId),
    put: async (copy) => void copies.set(copy.id, copy),
    putNow: (copy) => void copies.set(copy.id, copy),
    remove: async ({ id }) => void copies.delete(id),
  };
}

/** A clock that stands until it is moved. */
export function manualClock() {
  let time = 0;
  const timers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => time,
    wakeAt: (at: number, wake: () => void) => {
      const timer = { at, wake };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    /** Moves on and wakes who is due, in order; what they ask of a server is answered before the next. */
    pass: async (ms: number) => {
      const until = time + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).toSorted((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.wake();
        await settled();
      }
      time = until;
    },
  };
}

/** When all promises that could be kept were. */
async function settled(): Promise<void> {
  for (let count = 0; count < 20; count++) await Promise.resolve();
}

/** A session that is saved to a server in memory. */
export type SavedSession = {
  readonly session: FlowSession;
  readonly saving: Saving;
  readonly server: MemoryServer;
  readonly copies: ReturnType<typeof memoryCopies>;
  readonly clock: ReturnType<typeof manualClock>;
  readonly rename: (name: string) => void;
};

export function savedSession(canPatch = true): SavedSession {
  const document = newDocument({ id: "order-status", name: "Order status" });
  const [server, copies, clock] = [memoryServer(toDraft(document)), memoryCopies(), manualClock()];
  const session = createSession(document, { mode: "edit", revision: 1, savedAt: 0 });
  let count = 0;
  const parts = { server, copies, ...clock, copyId: "unsaved", newId: () => `kept-${++count}` };
  const saving = createSaving(session, { canPatch }, parts);
  saving.start();
  const rename = (name: string): void => session.editor.edit({ label: "Rename" }, (draft) => void (draft.name = name));
  return { session, saving, server, copies, clock, rename };
}
