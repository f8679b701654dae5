import { getStatus } from "@parley/api";
import type { Host } from "@parley/host";
import { StoreError } from "@parley/store";
import type { SqliteStore } from "@parley/store/sqlite";
import type { FastifyInstance } from "fastify";
import type { Connections } from "../connections.ts";
import { isSimulated } from "../embedded.ts";
import { registerRoute } from "../register-route.ts";

type HealthParts = {
  readonly host: Host;
  readonly store: SqliteStore;
  readonly connections: Connections;
  readonly hasSimulator: boolean;
  readonly isReady: () => boolean;
};

/** Health for machines, status for people. `isReady` turns false as the server stops. What ails the store is in the log, not for everyone. */
export function healthRoutes(app: FastifyInstance, parts: HealthParts): void {
  const { host, store, connections, hasSimulator, isReady } = parts;
  const open = { config: { access: "machines" } } as const;
  app.get("/healthz", open, async () => ({ status: "ok" }));
  app.get("/readyz", open, async (request, reply) => {
    const refuse = (status: string) => reply.status(503).header("retry-after", "1").send({ status });
    if (!isReady()) return refuse("stopping");
    try {
      await store.checkHealth();
      return { status: "ready" };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      request.log.error({ err: error }, "The server is not ready: its store fails.");
      return refuse(`not ready: ${error.code}`);
    }
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
      simulator: hasSimulator,
      apps: connections
        .apps()
        .filter((app) => isSimulated(app) === hasSimulator)
        .map(({ id, name = "", displayPhoneNumber }) => ({ id, name: name || id, phoneNumber: displayPhoneNumber })),
    };
  });
}
