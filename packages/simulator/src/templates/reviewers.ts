import { checkTemplate, type Clock, type Template } from "@parley/messaging";
import type { AccountTemplate } from "./account-template.ts";

/** What came of a review. */
type Review =
  | { readonly status: "approved" }
  | { readonly status: "rejected"; readonly reason: string; readonly explanation: string };

/**
 * Reviews a template as Meta does: one that breaks the rules is rejected, and so is one with `reject` in its name, by which a test or a person asks
 * for a rejection; any other is approved.
 */
function reviewOf(template: Template): Review {
  const [problem] = checkTemplate(template);
  if (problem !== undefined) {
    const explanation = `The template's ${problem.field} ${problem.message}.`;
    return { status: "rejected", reason: "INVALID_FORMAT", explanation };
  }
  if (!template.name.includes("reject")) return { status: "approved" };
  const explanation = "The simulator rejects every template with the word reject in its name.";
  return { status: "rejected", reason: "TAG_CONTENT_MISMATCH", explanation };
}

/** The reviewers of a registry: how long they take, and what they are at. */
export interface Reviewers {
  /** Begins a review, which ends after as long as reviews take. */
  begin(template: AccountTemplate): void;
  /** Null: no review ends by itself. */
  setAfterMs(ms: number | null): void;
  afterMs(): number | null;
  /** Takes as long again as at first. */
  reset(): void;
}

/** Makes the reviewers of a registry; `end` hears what came of each review. */
export function createReviewers(
  clock: Clock,
  firstAfterMs: number | null,
  end: (template: AccountTemplate, review: Review) => void,
): Reviewers {
  let afterMs = firstAfterMs;
  return {
    begin: (template) => {
      if (afterMs !== null) clock.schedule(clock.now() + afterMs, () => end(template, reviewOf(template.template)));
    },
    setAfterMs: (ms) => {
      afterMs = ms;
    },
    afterMs: () => afterMs,
    reset: () => {
      afterMs = firstAfterMs;
    },
  };
}
