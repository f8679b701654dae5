import { z } from "zod";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

/** What the server is doing. */
export const getStatus = defineRoute({
  method: "GET",
  path: "/api/status",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({
    /** Events waiting for their turn, and taken since the start. */
    eventsWaiting: z.int(),
    eventsTaken: z.int(),
    /** Sends in the queue, under way, and the times that nobody could tell whether the provider took one. */
    sendsQueued: z.int(),
    sendsInFlight: z.int(),
    sendsAmbiguous: z.int(),
    /** Stored updates that belong to no app, and sends given up. */
    unrouted: z.int(),
    deadLetters: z.int(),
    /** Reports to customers' URLs that were given up. */
    failedPosts: z.int(),
    /** Whether the server brought a simulator, so that the phone can be used. */
    simulator: z.boolean(),
    /** The apps that are in use: those of the simulator where there is one. */
    apps: z.array(z.object({ id: z.string(), name: z.string(), phoneNumber: z.string() })),
  }),
});
