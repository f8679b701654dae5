import type { Refusal } from "@parley/engine";
import {
  type App,
  type Contact,
  isFreeEntryPointOpen,
  isFreeForm,
  isSessionWindowOpen,
  type OutboundMessage,
  type TemplateMessage,
} from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";
import { consentRefusal } from "./policies/consent.ts";
import { expiryRefusal } from "./policies/expiry.ts";
import { templateRefusal } from "./policies/template.ts";
import { windowRefusal } from "./policies/window.ts";
import { readReceiver, type ReceiverFacts } from "./receiver-facts.ts";

/** What the policies are asked with. */
export type PolicyFacts = {
  readonly now: number;
  readonly app: App;
  /** Whom the message goes to. */
  readonly receiver: Contact;
  /** When the receiver last wrote, as far as it is known without reading; it can only have become later. */
  readonly lastInboundAt: number | undefined;
  readonly store: Store;
};

/** What the policies say of a send. */
export type Verdict =
  | { readonly type: "refused"; readonly refusal: Refusal }
  | {
      readonly type: "allowed";
      /** What goes out. */
      readonly message: OutboundMessage;
      /** Sentences for the journal. */
      readonly notes: readonly string[];
      /** What would have been refused, had the app not asked to leave it to the provider. */
      readonly observed: readonly Refusal[];
    };

/**
 * Asks the policies immediately before an attempt, against the store, because a message may have waited behind a rate limit or a back-off: expiry;
 * the session window for free-form messages; for templates the receiver's opt-in, unless the window or a free entry point is open, and whether the template is
 * known, approved and has its parameters. A free-form message outside the window gives way to its template, where it names one. With
 * `policy: observe` all but the expiry are only noted.
 */
export async function askPolicies(row: SendRow, facts: PolicyFacts): Promise<Verdict> {
  const { request } = row;
  const expired = expiryRefusal(request.expiresAt, facts.now);
  if (expired !== undefined) return { type: "refused", refusal: expired };
  const { message, templateFallback } = request;
  if (message.type === "template") return judge(message, await templateRefusals(message, facts), facts);
  if (!isFreeForm(message)) return judge(message, [], facts);
  const closed = windowRefusal(await lastInbound(facts), facts.now);
  if (closed === undefined || templateFallback === undefined)
    return judge(message, closed === undefined ? [] : [closed], facts);
  return askFallback(templateFallback, closed.sentence, facts);
}

/** Whether a template may go out in the place of a free-form message, `why` being the sentence that says why it must. */
export async function askFallback(fallback: TemplateMessage, why: string, facts: PolicyFacts): Promise<Verdict> {
  const verdict = judge(fallback, await templateRefusals(fallback, facts), facts);
  if (verdict.type === "refused") return verdict;
  return { ...verdict, notes: [`The template ${fallback.name} (${fallback.language}) went out in its place. ${why}`] };
}

function judge(message: OutboundMessage, refusals: readonly Refusal[], { app }: PolicyFacts): Verdict {
  const [refusal] = refusals;
  if (refusal !== undefined && app.settings.policy !== "observe") return { type: "refused", refusal };
  return { type: "allowed", message, notes: [], observed: refusals };
}

/** Within the session window or a free entry point a template is an answer; outside it needs consent. */
async function templateRefusals(message: TemplateMessage, facts: PolicyFacts): Promise<Refusal[]> {
  const { store, app, now } = facts;
  const registered = await store.templates.get(app.id, message.name, message.language);
  const { lastInboundAt, freeEntryPoint, optIn } = await receiverFacts(facts);
  const isAnswer = isSessionWindowOpen(lastInboundAt, now) || isFreeEntryPointOpen(freeEntryPoint, now);
  const refusals = [isAnswer ? undefined : consentRefusal(optIn), templateRefusal(message, registered)];
  return refusals.filter((refusal) => refusal !== undefined);
}

/** Without reading where what is known opens the window. */
async function receiverFacts(facts: PolicyFacts): Promise<ReceiverFacts> {
  const { app, receiver, lastInboundAt, now, store } = facts;
  return isSessionWindowOpen(lastInboundAt, now) ? { lastInboundAt } : readReceiver(app.id, receiver, store);
}

async function lastInbound(facts: PolicyFacts): Promise<number | undefined> {
  return (await receiverFacts(facts)).lastInboundAt;
}
