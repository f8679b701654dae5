import { recipientOf, type NamedContact, type Signal } from "@parley/engine";
import type { App, Contact } from "@parley/messaging";
import type { Store } from "@parley/store";
import type { StartingFlow } from "./compiled-flows.ts";
import { findCustomer } from "./find-receiver.ts";
import type { HostEvent } from "./host-event.ts";
import type { HostLog } from "./host-log.ts";

/** What the Starts make of a signal: what it begins, and why it does not begin what it could have begun, in sentences for whoever called. */
export type AskedStarts = {
  readonly triggers: readonly Extract<HostEvent, { type: "trigger" }>[];
  readonly problems: readonly string[];
};

export type AskStartsOptions = {
  readonly store: Store;
  readonly log: HostLog;
  readonly appOf: (appId: string) => App | undefined;
  /** The live flows. */
  readonly flows: readonly StartingFlow[];
  /** The app to start on; needed where there is more than one to choose from. */
  readonly appId?: string | undefined;
};

/** Asks all live Starts whether a signal begins a conversation, on which app and with whom. */
export async function askStarts(signal: Signal, options: AskStartsOptions): Promise<AskedStarts> {
  const triggers: Extract<HostEvent, { type: "trigger" }>[] = [];
  const problems: string[] = [];
  for (const flow of options.flows) {
    const named = triggerOf(flow, signal, options.log);
    const appIds = named === undefined ? [] : await appsOf(flow, options);
    if (named === undefined || appIds === undefined) continue;
    const { id: flowId, name } = flow.compiled.flow;
    const [appId, ...others] = appIds;
    const found = await contactOf(named, options.store);
    if (appId === undefined) problems.push(`The flow ${JSON.stringify(name)} is live on no app.`);
    else if (others.length > 0) {
      const list = [appId, ...others].slice(0, 10).join(", ");
      problems.push(`The flow ${JSON.stringify(name)} is live on ${appIds.length} apps (${list}); name one as appId.`);
    } else if (!found.ok) problems.push(`The flow ${JSON.stringify(name)} did not start. ${found.sentence}`);
    else triggers.push({ type: "trigger", appId, flowId, contact: found.contact, signal });
  }
  return { triggers, problems };
}

/** A Start that throws begins nothing, so that it keeps no other flow from starting. */
function triggerOf({ compiled }: StartingFlow, signal: Signal, log: HostLog): NamedContact | undefined {
  try {
    return compiled.start.trigger(signal);
  } catch (error) {
    log.alert({ sentence: `The Start of flow ${compiled.flow.id} threw and was passed over.`, error });
    return undefined;
  }
}

/** The apps on which a flow may start; undefined where it is not live on the app that was asked for. */
async function appsOf(
  { appIds }: StartingFlow,
  { appId, store, appOf }: AskStartsOptions,
): Promise<string[] | undefined> {
  if (appId !== undefined) return appIds === null || appIds.includes(appId) ? [appId] : undefined;
  const all = appIds ?? (await store.settings.listApps()).map(({ id }) => id);
  return all.filter((id) => appOf(id) !== undefined);
}

type FoundContact =
  | { readonly ok: true; readonly contact: Contact }
  | { readonly ok: false; readonly sentence: string };

async function contactOf({ contactType, contact }: NamedContact, store: Store): Promise<FoundContact> {
  const read = recipientOf(contactType, contact);
  if (!read.ok) return { ok: false, sentence: `Its contact ${read.problems.map(({ message }) => message).join(" ")}.` };
  const { customerId, ...named } = read.value;
  if (customerId === undefined) return { ok: true, contact: named };
  const found = await findCustomer(customerId, store);
  return found.ok ? { ok: true, contact: found.receiver } : found;
}
