import { watchTurns } from "@parley/api";
import type { FastifyInstance } from "fastify";
import { RequestError } from "../http-error.ts";
import { read } from "../register-route.ts";
import type { TurnBoard } from "../turn-board.ts";

/** Turns as they happen, as server-sent events. The streams end when the server stops. */
export function turnRoutes(app: FastifyInstance, { turns }: { readonly turns: TurnBoard }): void {
  app.get(watchTurns.path, async (request, reply) => {
    const { flowId } = read(watchTurns.query, request.query, "query");
    const stream = turns.listen(flowId);
    if (stream === undefined)
      throw new RequestError("unavailable", "Too many listen already; close a tab or try later.");
    // A proxy that collects what it hands on would keep the events to itself.
    reply.headers({ "cache-control": "no-store", "x-accel-buffering": "no" });
    return reply.type("text/event-stream").send(stream);
  });
  app.addHook("preClose", async () => turns.close());
}
