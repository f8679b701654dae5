import type { Template, TemplateStatus } from "@parley/messaging";

/** How far a template of a business account has come; the provider knows no drafts. */
export type AccountTemplateStatus = Exclude<TemplateStatus, "draft" | "deleted">;

/** A template as a business account has it. */
export type AccountTemplate = {
  /** 15 digits, unique among all accounts. */
  readonly id: string;
  readonly businessAccountId: string;
  readonly template: Template;
  readonly status: AccountTemplateStatus;
  /** Meta's word for why it was rejected, paused or disabled, such as `INVALID_FORMAT`; `NONE` where there is nothing to say. */
  readonly reason: string;
  /** Why, in a sentence; empty where nothing was said. */
  readonly explanation: string;
};

/** What happened to a template, as webhooks name it (Cloud API, message_template_status_update). */
export function eventNameOf(status: AccountTemplateStatus): string {
  return status.toUpperCase();
}
