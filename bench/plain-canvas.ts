import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeDataFolder, startChild } from "@parley/testing/processes";

const root = join(import.meta.dirname, "designer-plain");
const vite = join(import.meta.dirname, "../node_modules/vite/bin/vite.js");

/** The library's plain canvas, built and served until it is disposed of. */
export interface PlainCanvas extends AsyncDisposable {
  readonly url: string;
  /** The flow that the page shows from now on. */
  show(flow: object): Promise<void>;
}

/** Builds the plain canvas and serves it on a free port. */
export async function servePlain(): Promise<PlainCanvas> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await makeDataFolder());
  const about = ["--outDir", folder.path, "--logLevel", "warn"];
  await using build = startChild({ name: "The build", args: [vite, "build", root, "--emptyOutDir", ...about] });
  const { code } = await build.exited;
  if (code !== 0) throw new Error(`The plain canvas could not be built:\n${build.output()}`);
  const args = [vite, "preview", root, "--outDir", folder.path, "--host", "127.0.0.1", "--port", "4289"];
  const server = stack.use(startChild({ name: "The plain canvas", args }));
  const url = await server.line((line) => /(http:\/\/127\.0\.0\.1:\d+)\//.exec(line)?.[1]);
  const kept = stack.move();
  return {
    url,
    show: (flow) => writeFile(join(folder.path, "flow.json"), JSON.stringify(flow)),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
