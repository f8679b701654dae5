import { hostLimits } from "@parley/host";
import type { MemoryData } from "@parley/store/memory";
import { ConversationLaws } from "./conversation-laws.ts";
import type { HostProcess } from "./host-process.ts";
import { MessageLaws } from "./message-laws.ts";
import type { Webhook } from "./postman.ts";
import type { ProcessWorld } from "./process-world.ts";
import type { Provider } from "./provider.ts";
import { SendLaws } from "./send-laws.ts";
import { count, type Tally } from "./tally.ts";
import { TaskLaws } from "./task-laws.ts";
import type { Workshop } from "./workshop.ts";

/** What an auditor looks at. */
export type Evidence = {
  readonly data: MemoryData;
  readonly world: ProcessWorld;
  readonly provider: Provider;
  readonly workshop: Workshop;
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
  #rowsRead = 0;

  constructor(evidence: Evidence) {
    const { data, provider, workshop, webhooks } = evidence;
    const violate = (law: string, what: string): void => this.#violate(law, what);
    this.#evidence = evidence;
    this.#messages = new MessageLaws(data, webhooks, violate);
    this.#conversations = new ConversationLaws(data, violate);
    this.#sends = new SendLaws(data, provider, { webhooks, violate });
    this.#tasks = new TaskLaws(data, workshop, violate);
  }

  /** Whether a send, a task or a timer is still to come. */
  get isOwing(): boolean {
    const { sends, tasks, timers } = this.#evidence.data;
    return timers.size > 0 || [...sends.values(), ...tasks.values()].some(({ state }) => state === "queued");
  }

  check(process: HostProcess): void {
    const { journal } = this.#evidence.data;
    for (const row of journal.slice(this.#rowsRead)) {
      this.#messages.read(row);
      this.#conversations.read(row);
      this.#tasks.read(row);
    }
    this.#rowsRead = journal.length;
    this.#messages.check();
    this.#conversations.check();
    this.#sends.check();
    this.#tasks.check();
    this.#checkStats(process);
  }

  checkEnd({ host }: HostProcess): void {
    const { data, world } = this.#evidence;
    const now = world.clockNow;
    this.#messages.checkEnd();
    this.#conversations.checkEnd(now);
    this.#sends.checkEnd();
    this.#tasks.checkEnd();
    const { queued, inFlight, waiting, working } = host.stats();
    if (queued + inFlight + waiting + working > 0) this.#violate("I10", `left over: ${JSON.stringify(host.stats())}`);
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
    count(tally, "taken twice", this.#sends.doubles);
    count(tally, "task done again", this.#tasks.tally.again);
    count(tally, "task done in vain", this.#tasks.tally.late);
    const messages = this.#evidence.webhooks.flatMap(({ events }) => events.filter(({ type }) => type === "message"));
    count(tally, "forgotten", messages.length - this.#evidence.data.inbox.size);
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
