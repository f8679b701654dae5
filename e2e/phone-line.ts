import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A line to a server that can be cut: whoever calls then finds nobody there. */
export type PhoneLine = AsyncDisposable & {
  /** Where the line begins, without a slash at the end. */
  readonly url: string;
  /** Ends what is under way, and refuses all that comes. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

/** Lays a line to the server at a URL. */
export async function layLine(targetUrl: string): Promise<PhoneLine> {
  const { hostname, port } = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = async (at: number): Promise<number> => {
    await once(server.listen(at, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  };
  const cut = async (): Promise<void> => {
    const closed = once(server, "close");
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const nearPort = await listen(0);
  return {
    url: `http://127.0.0.1:${nearPort}`,
    cut,
    mend: async () => void (await listen(nearPort)),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut();
    },
  };
}
