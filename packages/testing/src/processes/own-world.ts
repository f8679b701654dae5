import { type Api, createApi } from "./api.ts";
import { type Child, type Exit, startChild } from "./child.ts";
import { type Control, createControl } from "./control.ts";
import { serverProgram } from "./server.ts";

/** A server as a newcomer starts it: with a gateway simulator in its own process, and the example flow live. */
export interface OwnWorld extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly simulatorUrl: string;
  readonly api: Api;
  /** The people round it. */
  readonly control: Control;
  output(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Exit>;
  /** Kills it in the middle of whatever it does. */
  kill(): Promise<Exit>;
  /** Starts it again, with the same data and ports. */
  start(): Promise<void>;
}

/** Starts a server without a configured number on free ports. */
export async function startOwnWorld(options: {
  readonly dataDir: string;
  /** Settings besides the ports and the folder. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}): Promise<OwnWorld> {
  let child: Child;
  const open = async (ports: { readonly server: string; readonly simulator: string }) => {
    child = startChild({
      name: "The server",
      args: [serverProgram],
      env: {
        PARLEY_DATA_DIR: options.dataDir,
        ...options.env,
        PARLEY_PORT: ports.server,
        PARLEY_SIMULATOR_PORT: ports.simulator,
      },
    });
    return child.line(
      (line) => /^Parley runs at (\S+) with a gateway simulator at (\S+)\.$/.exec(line)?.slice(1) as [string, string],
    );
  };
  const [url, simulatorUrl] = await open({ server: "0", simulator: "0" });
  return {
    url,
    simulatorUrl,
    api: createApi(url, options.env?.["PARLEY_ADMIN_TOKEN"]),
    control: createControl(simulatorUrl),
    output: () => child.output(),
    stop: () => child.end("SIGTERM"),
    kill: () => child.end("SIGKILL"),
    start: async () => void (await open({ server: new URL(url).port, simulator: new URL(simulatorUrl).port })),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
