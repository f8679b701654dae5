import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach } from "vitest";

/** What a server was asked. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** How it answers. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** What is closed after each test, the last first. */
export const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

type Listening = { readonly origin: string; readonly port: number };

/** A customer's server on this machine, that answers by path. */
export async function startServer(replies: Readonly<Record<string, Reply>>): Promise<Listening & { seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = "", url: path = "", headers } = request;
    void text(request).then((body) => {
      seen.push({ method, path, headers, body });
      (replies[path] ?? answer(404))(response, request);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, seen };
}

/** One that says what it likes, whether it is HTTP or not, when it has been asked something. */
export async function startRawServer(say: (socket: Socket, asked: string) => void): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", (data) => say(socket, data.toString("latin1")));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closings.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port };
}

export function answer(
  status: number,
  headers: Readonly<Record<string, string | string[]>> = {},
  body: string | Buffer = "",
): Reply {
  return (response) => response.writeHead(status, headers).end(body);
}

export function leadOn(location: string, status = 307): Reply {
  return answer(status, { location });
}

/** A name that resolves to these addresses, one list after another, and then to the last for ever. */
export function resolving(...lists: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve = async (name: string) => {
    const list = lists[Math.min(asked.length, lists.length - 1)] ?? [];
    asked.push(name);
    return list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { resolve, asked };
}
