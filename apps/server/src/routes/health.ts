import { getStatus } from "@parley/api";
import type { Host } from "@parley/host";
import type { Store } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { registerRoute } from "../register-route.ts";

/** Health for machines, status for people. `isReady` turns false as the server stops. */
export function healthRoutes(app: FastifyInstance, parts: { host: Host; store: Store; isReady: () => boolean }): void {
  const { host, store, isReady } = parts;
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    if (!isReady()) return reply.status(503).header("retry-after", "1").send({ status: "stopping" });
    await store.nextTimerAt();
    return { status: "ready" };
  });
  registerRoute(app, getStatus, async () => {
    const { waiting, taken, queued, inFlight, ambiguous } = host.stats();
    return {
      eventsWaiting: waiting,
      eventsTaken: taken,
      sendsQueued: queued,
      sendsInFlight: inFlight,
      sendsAmbiguous: ambiguous,
      ...(await store.counts()),
    };
  });
}
