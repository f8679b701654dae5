import { hostLimits } from "@parley/host";
import type { SendRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Violate } from "./message-laws.ts";
import type { PostOffice } from "./post-office.ts";
import type { Webhook } from "./postman.ts";

/**
 * I13 Every receipt of a send with a notify URL is owed a report once it is acknowledged, and so is that it was refused or given up; nothing else is. What is
 *     owed is posted; what was taken is not posted again by the same process. At the end none is owed, and each was tried until it was taken or often enough.
 */
export class ReportLaws {
  readonly #data: MemoryData;
  readonly #office: PostOffice;
  readonly #webhooks: readonly Webhook[];
  readonly #violate: Violate;
  /** What was owed at some time: it is forgotten once it is old. */
  readonly #owed = new Set<string>();
  #read = 0;

  constructor(
    data: MemoryData,
    office: PostOffice,
    { webhooks, violate }: { webhooks: readonly Webhook[]; violate: Violate },
  ) {
    this.#data = data;
    this.#office = office;
    this.#webhooks = webhooks;
    this.#violate = violate;
  }

  check(): void {
    for (const id of this.#data.posts.keys()) this.#owed.add(id);
    this.#checkOwed();
    this.#checkPostings();
  }

  checkEnd(): void {
    for (const { id, state, attempts, reason } of this.#data.posts.values()) {
      if (state === "queued") this.#violate("I13", `report ${id} is still owed`);
      if (!this.#office.postings.some((posting) => posting.id === id))
        this.#violate("I13", `report ${id} was never posted`);
      const isForbidden = reason === "no report goes there";
      if (state === "failed" && !isForbidden && attempts <= hostLimits.postRetryAfterMs.length)
        this.#violate("I13", `report ${id} was given up after ${attempts} attempts`);
    }
  }

  #checkOwed(): void {
    const told = new Map<string, Set<string>>();
    const acknowledged = new Map<string, Set<string>>();
    const rows = [...this.#data.sends.values()];
    for (const { events, acknowledged: answer } of this.#webhooks) {
      for (const event of events) {
        if (event.type !== "receipt") continue;
        const { messageId, sendKey, status } = event.receipt;
        const row = rows.find((one) => one.messageId === messageId) ?? rows.find(({ key }) => key === sendKey);
        if (row === undefined || !isReported(row)) continue;
        note(told, row.key, status);
        if (answer !== undefined) note(acknowledged, row.key, status);
      }
    }
    for (const row of rows.filter(isReported)) {
      const isUnsent = row.state === "refused" || row.state === "failed";
      const [may, must] = [told, acknowledged].map((map) => new Set(map.get(row.key)));
      if (isUnsent) for (const set of [may, must]) set?.add("unsent");
      for (const name of must ?? []) {
        if (!this.#owed.has(`${row.key} ${name}`)) this.#violate("I13", `the report ${row.key} ${name} is not owed`);
      }
      for (const name of row.reported ?? []) {
        if (!may?.has(name)) this.#violate("I13", `the report ${row.key} ${name} is owed for nothing`);
      }
    }
  }

  #checkPostings(): void {
    const { postings } = this.#office;
    for (const [index, { id, process }] of postings.entries()) {
      if (index < this.#read) continue;
      if (id === undefined) this.#violate("I13", "a report was posted that nobody owes");
      const before = postings.slice(0, index).find((other) => other.id === id && other.isTaken);
      if (before?.process === process) this.#violate("I13", `report ${id} was posted again after it was taken`);
    }
    this.#read = postings.length;
  }
}

function isReported({ request }: SendRow): boolean {
  return (request.notify?.url ?? "") !== "";
}

function note(map: Map<string, Set<string>>, key: string, name: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(name));
}
