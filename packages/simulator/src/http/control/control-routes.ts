import type { FastifyError, FastifyInstance } from "fastify";
import { simulatorLimits } from "../../limits.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { refusalOf } from "./guard.ts";
import { numberRoutes } from "./number-routes.ts";
import { phoneRoutes } from "./phone-routes.ts";
import { templateRoutes } from "./template-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";
import { worldRoutes } from "./world-routes.ts";

/** The control API: what people and tests do to the simulated world. Loopback only; errors are `{ error: { message } }`. */
export function controlRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  app.addHook("onRoute", (route) => {
    route.bodyLimit = simulatorLimits.controlBytes;
  });
  app.addHook("onRequest", async (request, reply) => {
    const message = refusalOf(request);
    return message && reply.code(403).send({ error: { message } });
  });
  // A route, as the provider's paths begin with anything and would take what is not found here.
  app.all("/*", (request, reply) =>
    reply.code(404).send({ error: { message: `there is no ${request.method} ${request.url.split("?")[0]}` } }),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    const message = status < 500 ? error.message : "the simulator failed";
    return reply.code(status).send({ error: { message } });
  });
  numberRoutes(app, parts);
  phoneRoutes(app, parts);
  templateRoutes(app, parts);
  webhookRoutes(app, parts);
  worldRoutes(app, parts);
}
