import type { Admission } from "./admission.ts";
import type { ChatLog } from "./chat.ts";
import type { Delivery } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import type { FileBook, StoredFile } from "./file-book.ts";
import type { MovableClock } from "./movable-clock.ts";
import type { PhoneBook } from "./phone-book.ts";
import type { SendLog } from "./send-log.ts";
import type { TemplateRegistry } from "./templates/template-registry.ts";
import type { Update } from "./update.ts";

/** What a world is put together from; each deed of the world (send, write, …) is a function of it. */
export type WorldParts = {
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly phones: PhoneBook;
  readonly log: ChatLog;
  readonly sendLog: SendLog;
  readonly files: FileBook;
  readonly templates: TemplateRegistry;
  readonly admission: Admission;
  readonly delivery: Delivery;
  readonly counts: WorldCounts;
  /** Makes the id of a message that somebody of that identity sends or gets. */
  nextId(identity: string): string;
  /** Where a business may download a file; undefined where it cannot. */
  linkOf(file: StoredFile): string | undefined;
  /** Tells the business. */
  tell(update: Update): void;
};

/** How much has happened since the last reset. */
export type WorldCounts = {
  /** Messages that people wrote. */
  written: number;
  /** Messages of the business that were taken. */
  accepted: number;
  /** Messages of the business that broke a rule. */
  refused: number;
  /** Statuses that the business was told. */
  statuses: number;
  /** Statuses that it was not told because of the fault `dropStatuses`. */
  droppedStatuses: number;
};

/** Counts at the beginning. */
export const noCounts: Readonly<WorldCounts> = {
  written: 0,
  accepted: 0,
  refused: 0,
  statuses: 0,
  droppedStatuses: 0,
};

/** Whether the business is told people's identity hashes on a number. */
export function hasIdentityCheck({ admission }: Pick<WorldParts, "admission">, phoneNumberId: string): boolean {
  return admission.number(phoneNumberId)?.hasIdentityCheck ?? false;
}
