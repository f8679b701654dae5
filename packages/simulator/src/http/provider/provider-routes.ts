import type { FastifyError, FastifyInstance } from "fastify";
import { type MetaError, metaError, plainMetaError } from "../../provider/meta-error.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { fileRoutes } from "./file-routes.ts";
import { graphRoute } from "./graph-route.ts";
import { nodeRoutes } from "./node-routes.ts";
import { numberRoutes } from "./number-routes.ts";
import { refuse } from "./refuse.ts";
import { takeRequest } from "./take-request.ts";
import { templateRoutes } from "./template-routes.ts";

/** The Cloud API's side of the simulator: what a business calls, with every answer in Meta's shape. */
export function providerRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  app.setNotFoundHandler((request, reply) => refuse(reply, parts, unknownPath(request.url)));
  app.setErrorHandler((error: FastifyError, _request, reply) => refuse(reply, parts, unreadable(error)));
  graphRoute(app, parts, {
    method: "POST",
    edge: "/messages",
    nodes: ["number"],
    handle: ({ number }, { body }) => takeRequest(parts, number.phoneNumberId, body),
  });
  nodeRoutes(app, parts);
  numberRoutes(app, parts);
  templateRoutes(app, parts);
  fileRoutes(app, parts);
}

function unknownPath(url: string): MetaError {
  const [path = ""] = url.split("?");
  return plainMetaError(400, { message: `Unknown path components: ${path}`, code: 2500 });
}

/** What went wrong before the handler, such as a body that is no JSON or too large; anything else is the simulator's own fault. */
function unreadable(error: FastifyError): MetaError {
  const status = error.statusCode ?? 500;
  if (status >= 500) return metaError(131000, { details: "The simulator failed." });
  return metaError(100, { status, details: `The request cannot be read: ${error.message}` });
}
