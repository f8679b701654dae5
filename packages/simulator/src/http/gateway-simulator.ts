import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";
import { type Clock, invariant } from "@parley/messaging";
import fastify, { type FastifyInstance } from "fastify";
import type { PhoneSettings } from "../phone.ts";
import { createWorld, type World } from "../world.ts";
import { simulatorLimits } from "../limits.ts";
import { controlRoutes } from "./control/control-routes.ts";
import { createFileLinks, type FileLinks } from "./file-links.ts";
import { createHttpClient } from "./http-client.ts";
import { createNumberBook } from "./number-book.ts";
import { type NumberRegistration, numberRegistrationSchema } from "./number-registration.ts";
import { createProfileBook } from "./profile-book.ts";
import { providerRoutes } from "./provider/provider-routes.ts";
import type { SimulatorParts } from "./simulator-parts.ts";
import { systemClock } from "./system-clock.ts";
import type { WebhookRetry } from "./webhooks/postman.ts";

/** How a gateway simulator is started. */
export type GatewaySimulatorOptions = {
  /** 0, or none, for any free port. */
  readonly port?: number | undefined;
  /** The address to listen on; 127.0.0.1 unless given. The control API answers loopback callers only, whatever it is. */
  readonly host?: string | undefined;
  /** Business numbers known from the beginning; more can be registered by the control API. */
  readonly numbers?: readonly NumberRegistration[] | undefined;
  readonly phoneDefaults?: Partial<PhoneSettings> | undefined;
  /** 1 s, doubling up to 60 s, for 7 days, unless given. */
  readonly webhookRetry?: Partial<WebhookRetry> | undefined;
  /** Messages that one number may send per second; 80 unless given. */
  readonly messagesPerSecond?: number | undefined;
  /** How long Meta looks at a template; a second unless given; null: until somebody says what came of it. */
  readonly templateReviewMs?: number | null | undefined;
  readonly random?: (() => number) | undefined;
  /** The clock that the world's own stands upon; this machine's unless given. */
  readonly clock?: Clock | undefined;
};

/** A gateway simulator that listens. */
export interface GatewaySimulator {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end: the base URL of the Cloud API and of `/control`. */
  readonly url: string;
  readonly port: number;
  readonly world: World;
  /** Stops listening, drops every connection and everything that waits. May be called again. */
  close(): Promise<void>;
}

const retryDefaults: WebhookRetry = { baseMs: 1_000, maxMs: 60_000, giveUpAfterMs: 7 * 24 * 60 * 60 * 1000 };

/** Starts a simulator of WhatsApp's Cloud API. Rejects if a number is not valid or the port is taken. */
export async function createGatewaySimulator(options: GatewaySimulatorOptions = {}): Promise<GatewaySimulator> {
  const { clock = systemClock, random = Math.random, phoneDefaults, messagesPerSecond, templateReviewMs } = options;
  const closing = new AbortController();
  const client = createHttpClient();
  const baseUrl = (): string => addressOf(app).url;
  const world = createWorld({
    ...{ clock, random, phoneDefaults, messagesPerSecond, templateReviewMs },
    sha256: (bytes) => createHash("sha256").update(bytes).digest("base64"),
    linkOf: ({ id }) => links.of(id),
  });
  const links: FileLinks = createFileLinks({ now: world.now, baseUrl });
  const retry = { ...retryDefaults, ...options.webhookRetry };
  const numbers = createNumberBook({ world, clock, random, retry, client });
  for (const number of options.numbers ?? []) numbers.put(numberRegistrationSchema.parse(number));

  const profiles = createProfileBook();
  const app = createApp({ world, numbers, profiles, links, clock, random, baseUrl, closing: closing.signal });
  await app.listen({ port: options.port ?? 0, host: options.host ?? "127.0.0.1" });

  return {
    ...addressOf(app),
    world,
    close: async () => {
      closing.abort();
      await app.close();
      // Only now can no request start anything again.
      world.reset();
      numbers.reset();
      client.close();
    },
  };
}

function createApp(parts: SimulatorParts): FastifyInstance {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: simulatorLimits.pathPartLength },
  });
  app.register(async (scope) => controlRoutes(scope, parts), { prefix: "/control" });
  providerRoutes(app, parts);
  return app;
}

function addressOf(app: FastifyInstance): { readonly url: string; readonly port: number } {
  const address: AddressInfo | string | null = app.server.address();
  invariant(address !== null && typeof address === "object", "a server that listens on a port has an address");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${host}:${address.port}`, port: address.port };
}
