import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import { makeDataFolder, startChild } from "@parley/testing/processes";

const root = join(import.meta.dirname, "designer-plain");
const vite = join(import.meta.dirname, "../node_modules/vite/bin/vite.js");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** The library's plain canvas, built and served until it is disposed of. */
export interface PlainCanvas extends AsyncDisposable {
  readonly url: string;
  /** The flow that the page shows from now on. */
  show(flow: object): void;
}

/** Builds the plain canvas and serves it on a free port. Rejects when it cannot be built. */
export async function servePlain(): Promise<PlainCanvas> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await makeDataFolder());
  const args = [vite, "build", root, "--base", "./", "--outDir", folder.path, "--emptyOutDir", "--logLevel", "warn"];
  await using build = startChild({ name: "The build", args });
  const { code } = await build.exited;
  if (code !== 0) throw new Error(`The plain canvas could not be built:\n${build.output()}`);

  let flow = "{}";
  const contentOf = async (name: string): Promise<string | Buffer> => {
    if (name === "flow.json") return flow;
    return readFile(join(folder.path, extname(name) === ".html" ? "" : "assets", name));
  };
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? "/", "http://plain").pathname) || "index.html";
    contentOf(name).then(
      (content) => response.setHeader("content-type", types[extname(name)] ?? "text/plain").end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stack.defer(() => void server.close());
  const kept = stack.move();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (shown) => void (flow = JSON.stringify(shown)),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
