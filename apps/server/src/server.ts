import { fastifyCookie } from "@fastify/cookie";
import { Host, type HostLog } from "@parley/host";
import { createNodePerformer } from "@parley/performer/node";
import type { GatewaySimulator } from "@parley/simulator/http";
import type { SqliteStore } from "@parley/store/sqlite";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { apiLimits } from "@parley/api";
import { type CloudApiConfig, type Config } from "./config.ts";
import { type Connections, openConnections } from "./connections.ts";
import { openData } from "./data-folder.ts";
import { configuredApp, connectSimulator, installExample, recallExampleTemplates, startSimulator } from "./embedded.ts";
import { guard } from "./guard.ts";
import { answerError } from "./http-error.ts";
import { serverLimits } from "./limits.ts";
import { type InboundWebhooks, openInboundWebhooks } from "./inbound-webhooks.ts";
import { hostLogOf, type Log } from "./log.ts";
import { nothingThere, pages } from "./pages.ts";
import { appRoutes } from "./routes/apps.ts";
import { backupRoutes } from "./routes/backups.ts";
import { connectionRoutes } from "./routes/connections.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { exampleRoutes } from "./routes/examples.ts";
import { flowStateRoutes } from "./routes/flow-states.ts";
import { flowVersionRoutes } from "./routes/flow-versions.ts";
import { flowRoutes } from "./routes/flows.ts";
import { healthRoutes } from "./routes/health.ts";
import { inboundWebhookRoutes } from "./routes/inbound-webhooks.ts";
import { mediaRoutes } from "./routes/media.ts";
import { phoneRoutes } from "./routes/phone.ts";
import { sessionRoutes } from "./routes/session.ts";
import { eventRoutes, inboundCallRoutes } from "./routes/signals.ts";
import { templateRoutes } from "./routes/templates.ts";
import { turnRoutes } from "./routes/turns.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { openingGateway, openingPerformer, secretsOf } from "./secrets.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { systemClock } from "./system-clock.ts";
import { createTurnBoard, type TurnBoard } from "./turn-board.ts";
import { openVault } from "./vault.ts";

/** A server that runs. */
export type Server = {
  readonly url: string;
  /** Where the embedded simulator listens; absent with a number of the Cloud API. */
  readonly simulatorUrl: string | undefined;
  /** Takes no new requests, finishes those under way and the sends, and lets go of the data. */
  readonly stop: () => Promise<void>;
};

/** Plugs the real parts together and starts them. */
export async function startServer(config: Config, log: Log): Promise<Server> {
  const store = await openData(config.dataDir);
  const closing: (() => Promise<void>)[] = [() => store.close()];
  try {
    return await startParts(config, { log, store, closing });
  } catch (error) {
    for (const close of closing.toReversed()) await close();
    throw error;
  }
}

type Foundation = { readonly log: Log; readonly store: SqliteStore; readonly closing: (() => Promise<void>)[] };

async function startParts(config: Config, { log, store, closing }: Foundation): Promise<Server> {
  const vault = openVault(config.dataDir, config.secretKey);
  const connections = await openConnections({ store, vault, requestTimeoutMs: config.gatewayTimeoutMs });
  closing.push(() => connections.close());
  const inboundWebhooks = await openInboundWebhooks({ store, vault });
  const secrets = secretsOf(vault);
  const performer = createNodePerformer({ allowsPrivateUrls: config.allowsPrivateUrls, ...secrets });
  closing.push(() => performer.close());
  const simulator = await openGateway(config, connections);
  if (simulator !== undefined) {
    closing.push(() => simulator.close());
    await installExample(store);
    await recallExampleTemplates(simulator, store);
  }

  const turns = createTurnBoard(systemClock);
  closing.push(async () => turns.close());
  const host = new Host({
    ...{ store, clock: systemClock, random: Math.random, log: announcing(hostLogOf(log), turns) },
    appOf: connections.app,
    gatewayOf: ({ connectionId }) => {
      const gateway = connections.find(connectionId)?.gateway;
      return gateway && openingGateway(gateway, secrets);
    },
    performer: openingPerformer(performer, secrets),
    reconcileAfterMs: config.reconcileAfterMs,
  });
  await host.start();
  closing.push(() => host.stop());

  let isReady = true;
  const app = createApp(config, {
    log,
    store,
    host,
    connections,
    inboundWebhooks,
    simulator,
    turns,
    isReady: () => isReady,
  });
  closing.push(() => closeApp(app));
  const url = await app.listen({ host: config.host, port: config.port });
  if (simulator !== undefined) await connectSimulator(simulator, connections, url);
  return {
    url,
    simulatorUrl: simulator?.url,
    stop: async () => {
      isReady = false;
      for (const close of closing.toReversed()) await close();
    },
  };
}

/** A log of the host that announces turns as well. */
function announcing(log: HostLog, turns: TurnBoard): HostLog {
  return {
    ...log,
    turn: (line) => {
      log.turn(line);
      turns.announce(line);
    },
  };
}

/** Takes the configured number into use, or brings a simulator. */
async function openGateway(config: Config, connections: Connections): Promise<GatewaySimulator | undefined> {
  if (config.cloudApi === undefined) return startSimulator(config, connections);
  await saveNumber(config.cloudApi, config, connections);
  return undefined;
}

/** The connection and app that the environment describes; both have the id `default`. */
async function saveNumber(number: CloudApiConfig, config: Config, connections: Connections): Promise<void> {
  const { phoneNumberId, displayPhoneNumber, businessAccountId, ...credentials } = number;
  const label = businessAccountId === "" ? {} : { businessAccountId };
  await connections.save("default", credentials, label);
  const app = { id: "default", connectionId: "default", phoneNumberId, displayPhoneNumber };
  await connections.saveApp(configuredApp(app, config, connections));
}

/** How often a stopping server looks for connections that have fallen idle. */
const idleCheckMs = 50;
/** A request that is not all here by then is given up, so that none can hold a connection, or a stop, for ever. */
const requestTimeoutMs = 20_000;
/** A stop waits so long for requests under way; then their connections are cut, and the provider delivers again. */
const closeDeadlineMs = 5_000;

/** Closes connections as they fall idle: one that was busy when the stop began would else stay open for as long as its client keeps it. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const check = setInterval(() => app.server.closeIdleConnections(), idleCheckMs);
  const deadline = setTimeout(() => app.server.closeAllConnections(), closeDeadlineMs);
  try {
    await app.close();
  } finally {
    clearInterval(check);
    clearTimeout(deadline);
  }
}

type AppParts = {
  readonly log: Log;
  readonly store: SqliteStore;
  readonly host: Host;
  readonly connections: Connections;
  readonly inboundWebhooks: InboundWebhooks;
  readonly simulator: GatewaySimulator | undefined;
  readonly turns: TurnBoard;
  readonly isReady: () => boolean;
};

function createApp(config: Config, parts: AppParts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: apiLimits.bodyBytes,
    forceCloseConnections: "idle",
    requestTimeout: requestTimeoutMs,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.server.maxConnections = serverLimits.connections;
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request) => {
    throw nothingThere(request);
  });
  const sessions = createSessions(systemClock);
  app.register(fastifyCookie);
  guard(app, config, sessions);
  registerRoutes(app, { ...parts, config, sessions });
  pages(app);
  return app;
}

function registerRoutes(app: FastifyInstance, parts: AppParts & { config: Config; sessions: Sessions }): void {
  const { config, sessions, store, host, connections, inboundWebhooks, simulator, turns, isReady } = parts;
  const { flows, templates } = store;
  const facts = { store, connections, inboundWebhooks };
  app.register(webhookRoutes, { host, connections, templates });
  app.register(inboundCallRoutes, { host, inboundWebhooks });
  app.register(mediaRoutes, { connections });
  sessionRoutes(app, { adminToken: config.adminToken, sessions });
  flowRoutes(app, { flows, facts });
  flowStateRoutes(app, { flows, host });
  flowVersionRoutes(app, { flows, host, connections, facts });
  connectionRoutes(app, { connections });
  appRoutes(app, { connections, store, flows, appSettings: config.appSettings });
  templateRoutes(app, { templates, connections });
  contactRoutes(app, { store, host, connections });
  inboundWebhookRoutes(app, { inboundWebhooks, flows });
  eventRoutes(app, { host });
  conversationRoutes(app, { store, host });
  turnRoutes(app, { turns });
  exampleRoutes(app);
  phoneRoutes(app, { connections, world: simulator?.world });
  backupRoutes(app, { store, dataDir: config.dataDir });
  healthRoutes(app, { host, store, connections, hasSimulator: simulator !== undefined, isReady });
}
