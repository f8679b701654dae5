import { randomBytes } from "node:crypto";
import {
  changeConnection,
  type ConnectionView,
  createConnection,
  deleteConnection,
  listConnections,
} from "@parley/api";
import type { FastifyInstance } from "fastify";
import type { Connection, Connections, Credentials } from "../connections.ts";
import { isSimulatedConnection } from "../embedded.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";

/** Where Meta's API is, and the version that is spoken, unless a connection says otherwise. */
const usual = { baseUrl: "https://graph.facebook.com", version: "v23.0" } as const;

/** Connections: credentials are written, and never read. */
export function connectionRoutes(app: FastifyInstance, { connections }: { readonly connections: Connections }): void {
  registerRoute(app, listConnections, async () => ({ connections: connections.all().map(viewOf) }));

  registerRoute(app, createConnection, async ({ body }) => {
    const { name, businessAccountId = "", accessToken, appSecret, baseUrl, version, verifyToken } = body;
    if (connections.all().length >= serverLimits.connectionsOfProviders)
      throw new RequestError("conflict", `There are ${serverLimits.connectionsOfProviders} connections already.`);
    const id = freeId(name, connections);
    const credentials: Credentials = {
      ...{ accessToken, appSecret },
      baseUrl: baseUrl ?? usual.baseUrl,
      version: version ?? usual.version,
      verifyToken: verifyToken ?? randomBytes(18).toString("base64url"),
    };
    await connections.save(id, credentials, { name, businessAccountId });
    return viewOf(findConnection(connections, id));
  });

  registerRoute(app, changeConnection, async ({ params: { connectionId }, body }) => {
    const known = findChangeable(connections, connectionId);
    const { name, businessAccountId, dropsPreviousAppSecret = false, ...given } = body;
    const credentials = changed(known.credentials, given, dropsPreviousAppSecret);
    const label = {
      ...(name === undefined ? {} : { name }),
      ...(businessAccountId === undefined ? {} : { businessAccountId }),
    };
    await connections.save(connectionId, credentials, label);
    return viewOf(findConnection(connections, connectionId));
  });

  registerRoute(app, deleteConnection, async ({ params: { connectionId } }) => {
    findChangeable(connections, connectionId);
    const apps = connections.apps().filter((one) => one.connectionId === connectionId);
    if (apps.length > 0) {
      const names = apps.map(({ name = "", displayPhoneNumber }) => name || displayPhoneNumber).join(", ");
      throw new RequestError("in-use", `The connection still has apps: ${names}. Remove them first.`);
    }
    await connections.remove(connectionId);
    return {};
  });
}

/** A connection. Throws `RequestError` when there is none. */
export function findConnection(connections: Connections, id: string): Connection {
  const found = connections.find(id);
  if (found === undefined) throw new RequestError("not-found", `There is no connection with the id ${id}.`);
  return found;
}

function findChangeable(connections: Connections, id: string): Connection {
  const found = findConnection(connections, id);
  if (!isSimulatedConnection(id)) return found;
  throw new RequestError(
    "conflict",
    "This connection leads to the simulator of the server, which looks after it itself.",
  );
}

type Given = { [Name in keyof Credentials]?: Credentials[Name] | undefined };

/** A new app secret leaves the former one valid, because webhooks signed with it may be under way. */
function changed(known: Credentials, given: Given, dropsPrevious: boolean): Credentials {
  const isNewSecret = given.appSecret !== undefined && given.appSecret !== known.appSecret;
  const previous = isNewSecret ? known.appSecret : known.previousAppSecret;
  const news = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...known, ...news, previousAppSecret: dropsPrevious ? undefined : previous };
}

function viewOf({ id, name, businessAccountId, credentials }: Connection): ConnectionView {
  const { verifyToken, baseUrl, version, previousAppSecret } = credentials;
  return {
    ...{ id, name, verifyToken, baseUrl, version, businessAccountId },
    kind: "cloud-api",
    webhookPath: `/webhooks/cloud-api/${id}`,
    hasPreviousAppSecret: previousAppSecret !== undefined,
    isSimulated: isSimulatedConnection(id),
  };
}

/** An id made of the name, as it stands in the webhook URL. */
function freeId(name: string, connections: Connections): string {
  const base =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 30) || "connection";
  if (connections.find(base) === undefined && !isSimulatedConnection(base)) return base;
  for (let number = 2; ; number += 1)
    if (connections.find(`${base}-${number}`) === undefined) return `${base}-${number}`;
}
