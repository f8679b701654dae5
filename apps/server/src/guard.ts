import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "./config.ts";
import { RequestError } from "./http-error.ts";
import type { Sessions } from "./sessions.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Who may use a route: `machines` is open, for webhooks and health; `pages` is open to whoever calls the server by a name of its own, for what
     * holds no secret. Unless given, it needs the admin token as well.
     */
    readonly access?: "machines" | "pages";
  }
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The cookie that stands for the admin token. */
export const sessionCookie = "parley_session";

/** The id of a request's session; empty when it has none. */
export function sessionOf({ server, headers }: FastifyRequest): string {
  return server.parseCookie(headers.cookie ?? "")[sessionCookie] ?? "";
}

/**
 * Guards every route that does not say otherwise, and those that do not exist: with an admin token, it or a session must be given; `Host` must be
 * one of ours, so that no name of someone else's can be pointed at this server; and what changes something must not come from another site's page.
 */
export function guard(app: FastifyInstance, { adminToken, allowedHosts }: Config, sessions: Sessions): void {
  const known = new Set([...loopback, ...allowedHosts.map((name) => name.toLowerCase())]);
  const isAdmin = tokenCheck(adminToken);
  app.addHook("onRequest", async (request) => {
    const { access } = request.routeOptions.config;
    if (access === "machines") return;
    if (access !== "pages" && !isAdmin(bearerOf(request)) && !sessions.isOpen(sessionOf(request))) {
      throw new RequestError(
        "unauthorized",
        "Give the admin token: Authorization: Bearer <PARLEY_ADMIN_TOKEN>. A browser signs in with it.",
      );
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

/** Makes what tells whether a token is the admin's; without an admin token anything is. Takes as long for a wrong one as for the right one. */
export function tokenCheck(adminToken: string | undefined): (token: string) => boolean {
  if (adminToken === undefined) return () => true;
  const expected = digest(adminToken);
  return (token) => timingSafeEqual(digest(token), expected);
}

function bearerOf({ headers }: FastifyRequest): string {
  const [scheme, token] = (headers.authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" ? (token ?? "") : "";
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
