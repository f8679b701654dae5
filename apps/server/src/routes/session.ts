import { getSession, signIn, signOut } from "@parley/api";
import { sleep } from "@parley/messaging";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sessionCookie, sessionOf, tokenCheck } from "../guard.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";
import { createWrongTokens, type Sessions } from "../sessions.ts";
import { systemClock } from "../system-clock.ts";

type SessionParts = { readonly adminToken: string | undefined; readonly sessions: Sessions };

/** Signing in and out, for browsers, which cannot be told to send the admin token by themselves. */
export function sessionRoutes(app: FastifyInstance, { adminToken, sessions }: SessionParts): void {
  const wrongTokens = createWrongTokens(systemClock);
  const isAdmin = tokenCheck(adminToken);
  const open = { access: "pages" } as const;

  registerRoute(
    app,
    getSession,
    async ({ request }) => {
      const isNeeded = adminToken !== undefined;
      return { isNeeded, isSignedIn: !isNeeded || sessions.isOpen(sessionOf(request)) };
    },
    open,
  );

  registerRoute(
    app,
    signIn,
    async ({ body: { token }, request, reply }) => {
      const waitMs = wrongTokens.waitOf(request.ip);
      if (waitMs > 0) {
        reply.header("retry-after", String(Math.ceil(waitMs / 1000)));
        throw new RequestError("too-many-requests", "Too many wrong tokens came from here; try again in a minute.");
      }
      if (!isAdmin(token)) {
        // Counted before it is slow, so that many at once are no way round.
        wrongTokens.count(request.ip);
        await sleep(systemClock, serverLimits.wrongTokenWaitMs);
        throw new RequestError("unauthorized", "This is not the admin token of the server, PARLEY_ADMIN_TOKEN.");
      }
      reply.setCookie(sessionCookie, sessions.begin(), { ...cookieOf(request), maxAge: serverLimits.sessionMs / 1000 });
      return {};
    },
    open,
  );

  registerRoute(
    app,
    signOut,
    async ({ request, reply }) => {
      sessions.end(sessionOf(request));
      reply.clearCookie(sessionCookie, cookieOf(request));
      return {};
    },
    open,
  );
}

/** No script reads it, and no other site's page sends it. Behind a proxy only the page's own address tells that the line is a safe one. */
function cookieOf({ protocol, headers }: FastifyRequest) {
  const secure = protocol === "https" || headers.origin?.startsWith("https:") === true;
  return { httpOnly: true, sameSite: "strict", path: "/", secure } as const;
}
