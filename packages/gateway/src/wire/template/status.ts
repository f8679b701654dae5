import type { TemplateStatus } from "@parley/messaging";

/**
 * By the word on the wire, as an event of a webhook and as the status in a list (Cloud API, message_template_status_update webhook; Template reference).
 * "If its status changes to any other value [than approved], it cannot be sent", says the page on templates: so one that is archived counts as disabled,
 * one that found no room under the account's limit as rejected, and one whose rejection is looked at again as pending. A flagged one may be sent still.
 */
const statuses: ReadonlyMap<string, TemplateStatus> = new Map([
  ["APPROVED", "approved"],
  ["REINSTATED", "approved"],
  ["FLAGGED", "approved"],
  ["PENDING", "pending"],
  ["IN_APPEAL", "pending"],
  ["REJECTED", "rejected"],
  ["LIMIT_EXCEEDED", "rejected"],
  ["PAUSED", "paused"],
  ["DISABLED", "disabled"],
  ["ARCHIVED", "disabled"],
  ["PENDING_DELETION", "deleted"],
  ["DELETED", "deleted"],
]);

/** Words that say more than the status that they count as. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["FLAGGED", "It received negative feedback and may be disabled."],
  ["IN_APPEAL", "Its rejection is in appeal."],
  ["LIMIT_EXCEEDED", "The business account has as many templates as it may have."],
  ["ARCHIVED", "It is archived."],
]);

/** The status that a word on the wire counts as; undefined for a word that is not known. */
export function templateStatusOf(word: string): TemplateStatus | undefined {
  return statuses.get(word);
}

/** What a word on the wire says beside its status; empty for most. */
export function reasonOfStatus(word: string): string {
  return reasons.get(word) ?? "";
}
