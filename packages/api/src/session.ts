import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const session = { path: "/api/session", params: nothing, query: nothing } as const;

/** Whether the server asks for its admin token, and whether this browser has given it. Answered without one. */
export const getSession = defineRoute({
  ...session,
  method: "GET",
  body: nothing,
  response: z.object({ isNeeded: z.boolean(), isSignedIn: z.boolean() }),
});

/** Gives the admin token; the answer sets a cookie that stands for it. `unauthorized` when it is wrong, `too-many-requests` after some of those. */
export const signIn = defineRoute({
  ...session,
  method: "POST",
  body: z.strictObject({ token: z.string().max(apiLimits.tokenLength) }),
  response: z.object({}),
});

/** Ends the session of the cookie. */
export const signOut = defineRoute({ ...session, method: "DELETE", body: nothing, response: z.object({}) });
