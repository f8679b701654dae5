import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "./config.ts";
import { RequestError } from "./http-error.ts";

const open = /^\/(webhooks\/|healthz$|readyz$)/;
const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Guards every route but webhooks and health: with an admin token it must be given; `Host` must be one of ours, so that no name of someone
 * else's can be pointed at this server; and what changes something must not come from another site's page.
 */
export function guard(app: FastifyInstance, { adminToken, allowedHosts }: Config): void {
  const known = new Set([...loopback, ...allowedHosts.map((name) => name.toLowerCase())]);
  const expected = adminToken === undefined ? undefined : digest(adminToken);
  app.addHook("onRequest", async (request) => {
    if (open.test(request.url.split("?")[0] ?? "")) return;
    if (expected !== undefined && !isAuthorized(request, expected)) {
      throw new RequestError("unauthorized", "Give the admin token: Authorization: Bearer <PARLEY_ADMIN_TOKEN>.");
    }
    const host = hostName(request.headers.host ?? "");
    if (!known.has(host)) {
      throw new RequestError("forbidden", `This server is not known as ${host}; add the name to PARLEY_ALLOWED_HOSTS.`);
    }
    const { origin } = request.headers;
    if (request.method === "GET" || request.method === "HEAD" || origin === undefined) return;
    if (originHost(origin) !== request.headers.host) {
      throw new RequestError("forbidden", "Requests from pages of other sites may not change anything.");
    }
  });
}

function isAuthorized({ headers }: FastifyRequest, expected: Buffer): boolean {
  const [scheme, token] = (headers.authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && token !== undefined && timingSafeEqual(digest(token), expected);
}

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
