import { hostLimits } from "@parley/host";
import type { MemoryData } from "@parley/store/memory";
import { ConversationLaws } from "./conversation-laws.ts";
import type { HostProcess } from "./host-process.ts";
import { MessageLaws } from "./message-laws.ts";
import type { PostOffice } from "./post-office.ts";
import type { Webhook } from "./postman.ts";
import type { ProcessWorld } from "./process-world.ts";
import type { Provider } from "./provider.ts";
import { ReportLaws } from "./report-laws.ts";
import { SendLaws } from "./send-laws.ts";
import { SignalLaws } from "./signal-laws.ts";
import { count, type Tally } from "./tally.ts";
import { TaskLaws } from "./task-laws.ts";
import type { Workshop } from "./workshop.ts";

/** What an auditor looks at. */
export type Evidence = {
  readonly data: MemoryData;
  readonly world: ProcessWorld;
  readonly provider: Provider;
  readonly workshop: Workshop;
  readonly office: PostOffice;
  readonly webhooks: readonly Webhook[];
};

/**
 * Looks at what must hold after every step, and at the end. Each kind of law says its own; besides:
 *
 * I8 The statistics of a process count every send that it could not tell of.
 * I10 At the end nothing is left over: no event waits, no send or task is under way, what is old is forgotten; and no timer outlives a stop.
 */
export class Auditor {
  readonly violations: string[] = [];
  readonly #evidence: Evidence;
  readonly #messages: MessageLaws;
  readonly #conversations: ConversationLaws;
  readonly #sends: SendLaws;
  readonly #tasks: TaskLaws;
  readonly #signals: SignalLaws;
  readonly #reports: ReportLaws;
  #rowsRead = 0;

  constructor(evidence: Evidence) {
    const { data, provider, workshop, office, webhooks } = evidence;
    const violate = (law: string, what: string): void => this.#violate(law, what);
    this.#evidence = evidence;
    this.#messages = new MessageLaws(data, webhooks, violate);
    this.#conversations = new ConversationLaws(data, violate);
    this.#sends = new SendLaws(data, provider, { webhooks, violate });
    this.#tasks = new TaskLaws(data, workshop, violate);
    this.#signals = new SignalLaws(data, webhooks, violate);
    this.#reports = new ReportLaws(data, office, { webhooks, violate });
  }

  /** Whether a send, a task, a report or a timer is still to come. */
  get isOwing(): boolean {
    const { sends, tasks, posts, timers } = this.#evidence.data;
    const owed = [...sends.values(), ...tasks.values(), ...posts.values()];
    return timers.size > 0 || owed.some(({ state }) => state === "queued");
  }

  check(process: HostProcess): void {
    const { journal } = this.#evidence.data;
    for (const row of journal.slice(this.#rowsRead)) {
      this.#messages.read(row);
      this.#conversations.read(row);
      this.#tasks.read(row);
      this.#signals.read(row);
    }
    this.#rowsRead = journal.length;
    this.#messages.check();
    this.#conversations.check();
    this.#sends.check();
    this.#tasks.check();
    this.#signals.check();
    this.#reports.check();
    this.#checkStats(process);
  }

  checkEnd({ host }: HostProcess): void {
    const { data, world } = this.#evidence;
    const now = world.clockNow;
    this.#messages.checkEnd();
    this.#conversations.checkEnd(now);
    this.#sends.checkEnd();
    this.#tasks.checkEnd();
    this.#reports.checkEnd();
    const { queued, inFlight, waiting, working, posting } = host.stats();
    if (queued + inFlight + waiting + working + posting > 0)
      this.#violate("I10", `left over: ${JSON.stringify(host.stats())}`);
    const oldest = now - hostLimits.inboxKeptMs - hostLimits.forgetEveryMs;
    for (const [id, receivedAt] of data.inbox) if (receivedAt < oldest) this.#violate("I10", `${id} is not forgotten`);
    for (const { messageId, parkedAt } of data.parkedReceipts)
      if (parkedAt < oldest) this.#violate("I10", `the receipt of ${messageId} is not forgotten`);
  }

  checkStopped(): void {
    const { world } = this.#evidence;
    if (world.pendingTimers > 0) this.#violate("I10", `${world.pendingTimers} timers outlive the stop`);
  }

  /** Counts what occurred. */
  tally(tally: Tally): void {
    for (const { event } of this.#evidence.data.journal) count(tally, event.type);
    const { journal, threads } = this.#evidence.data;
    const ofOthers = journal.filter(
      ({ threadId, event }) =>
        event.type === "message-received" && event.contact.waId !== threads.get(threadId)?.thread.contact.waId,
    );
    count(tally, "message of another contact", ofOthers.length);
    count(tally, "taken twice", this.#sends.doubles);
    count(tally, "task done again", this.#tasks.tally.again);
    count(tally, "task done in vain", this.#tasks.tally.late);
    for (const { isTaken } of this.#evidence.office.postings)
      count(tally, isTaken ? "report taken" : "report not taken");
    const { inbox } = this.#evidence.data;
    for (const event of this.#evidence.webhooks.flatMap(({ events }) => events))
      if (event.type === "message" && !inbox.has(`${event.appId} ${event.message.id}`)) count(tally, "forgotten");
  }

  #checkStats({ number, host, state, suspected }: HostProcess): void {
    if (state !== "up") return;
    const ambiguous = (this.#evidence.provider.ambiguousAnswers.get(number) ?? 0) + suspected;
    const counted = host.stats().ambiguous;
    if (counted !== ambiguous)
      this.#violate("I8", `${counted} ambiguous sends are counted where there were ${ambiguous}`);
  }

  #violate(law: string, what: string): void {
    if (this.violations.length < 10) this.violations.push(`${law}: ${what}`);
  }
}
