import { type AppView, changeApp, createApp, deleteApp, getProfile, listApps, saveProfile, testApp } from "@parley/api";
import type { AccountAnswer, BusinessProfile } from "@parley/gateway";
import type { App, AppSettings } from "@parley/messaging";
import type { FlowStore, Store } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { accountAnswer } from "../account-answer.ts";
import type { Connections } from "../connections.ts";
import { isSimulated } from "../embedded.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";
import { findConnection } from "./connections.ts";

type AppParts = {
  readonly connections: Connections;
  readonly store: Store;
  readonly flows: FlowStore;
  /** What a new app's settings are unless given. */
  readonly appSettings: AppSettings;
};

/** Apps: one number of the business each. */
export function appRoutes(app: FastifyInstance, parts: AppParts): void {
  const { connections, appSettings } = parts;
  registerRoute(app, listApps, async () => ({ apps: connections.apps().map(viewOf) }));

  registerRoute(app, createApp, async ({ body }) => {
    const { settings = {}, ...number } = body;
    const { connectionId, phoneNumberId } = number;
    findConnection(connections, connectionId);
    if (connections.apps().length >= serverLimits.apps)
      throw new RequestError("conflict", `There are ${serverLimits.apps} apps already.`);
    if (connections.appOfNumber(connectionId, phoneNumberId) !== undefined)
      throw new RequestError(
        "conflict",
        `The connection ${connectionId} has an app of the number ${phoneNumberId} already.`,
      );
    const id = freeId(number.phoneNumberId, connections);
    await connections.saveApp({ id, ...number, settings: { ...appSettings, ...given(settings) } });
    return viewOf(findApp(connections, id));
  });

  registerRoute(app, changeApp, async ({ params: { appId }, body: { settings = {}, ...rest } }) => {
    const known = findApp(connections, appId);
    await connections.saveApp({ ...known, ...given(rest), settings: { ...known.settings, ...given(settings) } });
    return viewOf(findApp(connections, appId));
  });

  registerRoute(app, deleteApp, async ({ params: { appId } }) => {
    const known = findApp(connections, appId);
    if (isSimulated(known))
      throw new RequestError("conflict", "This app is the simulator's, which looks after it itself.");
    await checkUnused(appId, parts);
    await connections.removeApp(appId);
    return {};
  });

  registerRoute(app, testApp, async ({ params: { appId } }) => {
    const { connectionId, phoneNumberId, displayPhoneNumber } = findApp(connections, appId);
    const { account } = findConnection(connections, connectionId);
    const answer = await account.number(phoneNumberId, deadline());
    return testResult(answer, displayPhoneNumber);
  });

  registerRoute(app, getProfile, async ({ params: { appId } }) => {
    const { connectionId, phoneNumberId } = findApp(connections, appId);
    const { account } = findConnection(connections, connectionId);
    return profileView(accountAnswer(await account.profile(phoneNumberId, deadline())));
  });

  registerRoute(app, saveProfile, async ({ params: { appId }, body }) => {
    const { connectionId, phoneNumberId } = findApp(connections, appId);
    const { account } = findConnection(connections, connectionId);
    accountAnswer(await account.saveProfile(phoneNumberId, body, deadline()));
    return profileView(accountAnswer(await account.profile(phoneNumberId, deadline())));
  });
}

/** An app. Throws `RequestError` when there is none. */
export function findApp(connections: Connections, id: string): App {
  const found = connections.app(id);
  if (found === undefined) throw new RequestError("not-found", `There is no app with the id ${id}.`);
  return found;
}

/** How long the provider may take to answer a person who waits. */
export function deadline(): AbortSignal {
  return AbortSignal.timeout(serverLimits.accountTimeoutMs);
}

async function checkUnused(appId: string, { flows, store }: AppParts): Promise<void> {
  const live = (await flows.listLive()).filter(({ appIds }) => appIds?.length === 1 && appIds[0] === appId);
  if (live.length > 0) {
    const names = live.map(({ flow }) => flow.name).join(", ");
    throw new RequestError(
      "in-use",
      `Flows are live on this app alone: ${names}. Pause them or make them live elsewhere.`,
    );
  }
  const running = await store.listConversations({ status: "live", limit: serverLimits.conversationsLookedAt });
  if (running.some((conversation) => conversation.appId === appId))
    throw new RequestError("in-use", "Conversations of this app have not ended; end them first.");
}

function testResult(
  answer: AccountAnswer<{ displayPhoneNumber: string; verifiedName: string; quality: string; throughput: string }>,
  shown: string,
) {
  if (answer.type !== "done") {
    const sentence =
      answer.type === "refused" ? sentenceOf(answer.error) : `WhatsApp could not be reached: ${answer.reason}`;
    return { isOk: false, steps: [{ name: "number", isOk: false, sentence }] };
  }
  const { displayPhoneNumber, verifiedName, quality, throughput } = answer.value;
  const digits = (text: string): string => text.replaceAll(/\D/g, "");
  const isSame = displayPhoneNumber === "" || digits(displayPhoneNumber) === digits(shown);
  const known = verifiedName === "" ? displayPhoneNumber : `${displayPhoneNumber}, ${verifiedName}`;
  const steps = [
    { name: "number", isOk: true, sentence: `WhatsApp knows the number: ${known || "it says no more"}.` },
    {
      name: "shown-number",
      isOk: isSame,
      sentence: isSame
        ? "It is the number that the app shows."
        : `The app shows ${shown || "none"}, and WhatsApp says ${displayPhoneNumber}; correct it in the app.`,
    },
    {
      name: "quality",
      isOk: quality !== "RED",
      sentence: `Quality: ${quality || "not told"}. Throughput: ${throughput || "not told"}.`,
    },
  ];
  return { isOk: steps.every(({ isOk }) => isOk), steps };
}

function sentenceOf({ code, title, details }: { code: number; title: string; details: string }): string {
  return `WhatsApp refused: ${details || title} (${code}).`;
}

function profileView({ websites, ...rest }: BusinessProfile) {
  return { ...rest, websites: [...websites] };
}

/** What was given of it. */
function given<Value extends object>(values: Value): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function viewOf(app: App): AppView {
  const { id, name = "", connectionId, phoneNumberId, displayPhoneNumber, settings } = app;
  const { messagesPerSecond, ambiguous, policy = "enforce", demandsPlus = false } = settings;
  const { stopWords = ["STOP"], startWords = ["START"] } = settings;
  return {
    ...{ id, name, connectionId, phoneNumberId, displayPhoneNumber },
    settings: {
      ...{ messagesPerSecond, ambiguous, policy, demandsPlus },
      ...{ stopWords: [...stopWords], startWords: [...startWords] },
    },
    isSimulated: isSimulated(app),
  };
}

function freeId(phoneNumberId: string, connections: Connections): string {
  const base = `app-${phoneNumberId}`;
  if (connections.app(base) === undefined) return base;
  for (let number = 2; ; number += 1)
    if (connections.app(`${base}-${number}`) === undefined) return `${base}-${number}`;
}
