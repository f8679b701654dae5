import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { simulatorLimits } from "../../limits.ts";
import { type MetaError, plainMetaError } from "../../provider/meta-error.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { admits, type GraphNode, type NodeOf, nodeOf } from "./node.ts";
import { refuse } from "./refuse.ts";
import type { Outcome } from "./take-request.ts";

/** A route of the Graph API: what is done to a node. */
export type GraphRoute<Type extends GraphNode["type"]> = {
  readonly method: "GET" | "POST" | "DELETE";
  /** What follows the node's id, such as `/messages`; empty for the node itself. */
  readonly edge: string;
  /** The types of nodes that have the route. */
  readonly nodes: readonly Type[];
  readonly handle: (node: NodeOf<Type>, request: FastifyRequest) => Outcome | Promise<Outcome>;
};

type Path = { readonly version?: string; readonly id: string };

/**
 * Adds a route under every version, and without any, as some clients ask. Version, node and token are checked before the body is read, and in this
 * order.
 */
export function graphRoute<Type extends GraphNode["type"]>(
  app: FastifyInstance,
  parts: SimulatorParts,
  { method, edge, nodes, handle }: GraphRoute<Type>,
): void {
  const find = (request: FastifyRequest): NodeOf<Type> | MetaError => {
    const { version, id } = request.params as Path;
    if (version !== undefined && !/^v\d+\.\d+$/.test(version)) return badVersion;
    const node = nodeOf(parts, id);
    if (node === undefined || !isOneOf(node, nodes)) return unknownNode(method, id);
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    return token !== undefined && admits(node, token) ? node : badToken;
  };

  for (const path of [`/:id${edge}`, `/:version/:id${edge}`]) {
    app.route({
      method,
      url: path,
      bodyLimit: simulatorLimits.requestBytes,
      onRequest: async (request, reply) => {
        const found = find(request);
        return "error" in found ? refuse(reply, parts, found) : undefined;
      },
      handler: async (request, reply) => {
        const found = find(request);
        const outcome = "error" in found ? ({ type: "refused", error: found } as const) : await handle(found, request);
        return answer({ request, reply }, parts, outcome);
      },
    });
  }
}

function answer(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  parts: SimulatorParts,
  outcome: Outcome,
): FastifyReply {
  if (outcome.type === "answered") return reply.send(outcome.body);
  if (outcome.type === "refused") return refuse(reply, parts, outcome.error);
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function isOneOf<Type extends GraphNode["type"]>(node: GraphNode, types: readonly Type[]): node is NodeOf<Type> {
  return (types as readonly string[]).includes(node.type);
}

const badVersion = plainMetaError(400, { message: "Invalid version format. Use format like 'v23.0'", code: 100 });

/** The token is not repeated. */
export const badToken = plainMetaError(401, {
  message: "Invalid OAuth access token - Cannot parse access token",
  code: 190,
});

function unknownNode(method: string, id: string): MetaError {
  const message =
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
    "or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
  return plainMetaError(400, { message, type: "GraphMethodException", code: 100, error_subcode: 33 });
}
