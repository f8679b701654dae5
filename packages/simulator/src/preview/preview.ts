import type { Flow } from "@parley/flow";
import { type Clock, type Contact, invariant, type Template } from "@parley/messaging";
import type { Performer } from "@parley/performer";
import type { ChatEntry, OutboundStatus } from "../chat.ts";
import { identityHashOf } from "../identity-hash.ts";
import type { PhoneChange } from "../phone.ts";
import type { World } from "../world.ts";
import { type Content, contentSchema, exampleReferral } from "../writing.ts";
import type { PreviewFailure } from "./preview-failures.ts";
import { createPreviewHost } from "./preview-host.ts";
import { previewApp } from "./preview-number.ts";
import {
  createPreviewRecord,
  type PreviewConversation,
  type PreviewRecord,
  type PreviewStep,
  type PreviewWait,
} from "./preview-record.ts";
import { createPreviewTime } from "./preview-time.ts";

/*
 * A flow that talks to one person, without a server.
 * 1. It is the production host on a memory store, with a world of phones behind its gateway: routing, policies, receipts and retries are those of
 *    the server, and so is the journal.
 * 2. Its time stands still until it is skipped; what falls due meanwhile happens at its own time.
 * 3. One thing after another: what is asked for while something happens waits for it.
 */

/** What a preview is made of. */
export type PreviewOptions = {
  /** A flow without errors. */
  readonly flow: Flow;
  /** When it begins, in milliseconds. */
  readonly startAt: number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Resolves once every promise that can settle has settled, as a message to oneself does in a browser and `setImmediate` in Node. */
  readonly settle: () => Promise<void>;
  /** Who writes; needs a WA ID. */
  readonly contact: Contact & { readonly waId: string };
  /** The templates that the flow may use; all of them are approved. */
  readonly templates?: readonly Template[] | undefined;
  /** Does what nodes ask of the world; without one such work fails. `settle` waits for it, because time stands still meanwhile. */
  readonly performer?: Performer | undefined;
  /** Opens what the performer sealed, for the phone that gets it; undefined for what it did not seal. */
  readonly open?: ((sealed: string) => string | undefined) | undefined;
};

/** What there is to say of something that the person does, beside what it is. */
export type PreviewWriting = {
  /** The message it answers, by its id; a choice of a message names that message itself. */
  readonly contextId?: string | undefined;
  /** Whether the person came by a click-to-WhatsApp advertisement. */
  readonly isReferred?: boolean | undefined;
};

/** How far messages come by themselves, at once. */
export type PreviewReceipts = "none" | Exclude<OutboundStatus, "failed">;

/** A preview as it stands. A new object whenever something has happened. */
export type PreviewState = {
  /** The time there, in milliseconds. */
  readonly now: number;
  /** What the person's phone shows. */
  readonly entries: readonly ChatEntry[];
  readonly steps: readonly PreviewStep[];
  readonly conversations: readonly PreviewConversation[];
  readonly next: PreviewWait | undefined;
  /** When the session window closes or closed; undefined before the person has written. */
  readonly windowClosesAt: number | undefined;
  readonly receipts: PreviewReceipts;
  /** How the next send will go wrong. */
  readonly failure: PreviewFailure | undefined;
  /** WhatsApp's hash of the person's identity key, as the flow is told it. */
  readonly identityHash: string;
  /** Whether the business is typing. */
  readonly isTyping: boolean;
  /** Faults of the engine or the host, which a person must look at. */
  readonly alerts: readonly string[];
};

/** A flow that talks to one person. It holds nothing but memory: one that is no longer wanted is simply forgotten. */
export interface Preview {
  state(): PreviewState;
  /** Hears of every new state, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** The person writes a text of at least one character, or does something else: chooses a button or a row, sends a file or a place. */
  write(content: string | Content, writing?: PreviewWriting): Promise<void>;
  /** The person moves to another device: sends that name the old identity hash are refused from now on. */
  changeDevice(): Promise<void>;
  /** The person stops the marketing messages of the business in WhatsApp, or takes them again. */
  setMarketing(value: "stop" | "resume"): Promise<void>;
  /** Time passes. It stops early after 20,000 wake-ups, so that a flow that never rests cannot hold its reader up. */
  skip(ms: number): Promise<void>;
  /** Time passes until what comes next; nothing happens when nothing does. */
  skipToNext(): Promise<void>;
  /** How far messages come by themselves from now on. */
  setReceipts(receipts: PreviewReceipts): void;
  /** A receipt for a message comes now. `failure` is why it failed, if it did. */
  report(messageId: string, status: OutboundStatus, failure?: PreviewFailure): Promise<void>;
  /** The next send goes wrong; undefined takes that back. */
  failNextSend(failure: PreviewFailure | undefined): void;
}

const receiptSettings = {
  none: { isByHand: true, isBlocked: false, hasReadReceipts: true },
  sent: { isByHand: false, isBlocked: true, hasReadReceipts: true },
  delivered: { isByHand: false, isBlocked: false, hasReadReceipts: false },
  read: { isByHand: false, isBlocked: false, hasReadReceipts: true },
} as const satisfies Record<PreviewReceipts, PhoneChange>;

/** What a person has chosen for what is to come. */
type Chosen = { receipts: PreviewReceipts; failure: PreviewFailure | undefined };

/** Begins a preview; the person has yet to write. */
export function createPreview(options: PreviewOptions): Preview {
  const { contact } = options;
  const time = createPreviewTime(options);
  const record = createPreviewRecord();
  const alerts: string[] = [];
  const listeners = new Set<() => void>();
  const chosen: Chosen = { receipts: "read", failure: undefined };
  const alert = (sentence: string): void => void alerts.push(sentence);
  const { world, start } = createPreviewHost({
    ...options,
    clock: time.clock,
    record,
    takeFailure: () => takeFailure(chosen),
    alert,
  });

  const look = (): PreviewState => ({
    ...known(options, { world, record, clock: time.clock }),
    ...chosen,
    alerts: [...alerts],
  });
  let state = look();
  const publish = (): void => {
    state = look();
    for (const listener of listeners) listener();
  };

  let line = start();
  /** Does something after all that was asked for before it, and then lets as much time pass as that says. */
  const act = (deed: () => number | void): Promise<void> => {
    line = line.then(async () => {
      await time.pass(deed() ?? 0);
      publish();
    });
    return line;
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ...personOf({ world, contact, act }),
    skip: (ms) => act(() => ms),
    skipToNext: () => act(() => (state.next === undefined ? 0 : state.next.at - state.now)),
    report: (messageId, status, failure) => act(() => void world.report(messageId, status, failure)),
    setReceipts: (receipts) => {
      chosen.receipts = receipts;
      world.changePhone(contact, receiptSettings[receipts]);
      publish();
    },
    failNextSend: (failure) => {
      chosen.failure = failure;
      publish();
    },
  };
}

/** What the person does. */
function personOf({
  world,
  contact,
  act,
}: {
  readonly world: World;
  readonly contact: PreviewOptions["contact"];
  readonly act: (deed: () => void) => Promise<void>;
}): Pick<Preview, "write" | "changeDevice" | "setMarketing"> {
  const { phoneNumberId } = previewApp;
  return {
    write: (written, { contextId, isReferred = false } = {}) => {
      const content = typeof written === "string" ? ({ type: "text", text: written } as const) : written;
      invariant(contentSchema.safeParse(content).success, "a person writes something, within bounds");
      const referral = isReferred ? exampleReferral : undefined;
      return act(() => void world.write({ phoneNumberId, from: contact, content, contextId, referral }));
    },
    changeDevice: () =>
      act(() => {
        const { identityHash } = world.phone(contact);
        world.changePhone(contact, { identityHash: identityHashOf(`after ${identityHash}`) });
      }),
    setMarketing: (value) => act(() => world.setMarketing({ phone: contact, phoneNumberId }, value)),
  };
}

function known(
  { contact }: PreviewOptions,
  { world, record, clock }: { readonly world: World; readonly record: PreviewRecord; readonly clock: Clock },
): Omit<PreviewState, "receipts" | "failure" | "alerts"> {
  const now = clock.now();
  const { entries, isTyping } = world.chat({ phone: contact, phoneNumberId: previewApp.phoneNumberId });
  return {
    now,
    entries,
    isTyping,
    identityHash: world.phone(contact).identityHash,
    steps: record.steps(),
    conversations: record.conversations(),
    next: record.nextWait(now),
    windowClosesAt: record.windowClosesAt(),
  };
}

function takeFailure(chosen: Chosen): PreviewFailure | undefined {
  const { failure } = chosen;
  chosen.failure = undefined;
  return failure;
}
