import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { processLimits } from "./limits.ts";

/** How a process ended. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A program of this repository and how it is started. */
export type ChildOptions = {
  /** What failure messages call it. */
  readonly name: string;
  /** The program's path and its arguments, for the Node that runs this. */
  readonly args: readonly string[];
  /** Its settings. Of our own environment it gets what does not begin with `PARLEY_`, so that a test means the same on every machine. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** All of its standard input. */
  readonly input?: string | undefined;
};

/** A process that was started, until it is disposed of. */
export interface Child extends AsyncDisposable {
  /** By which the operating system knows it; undefined where it could not be started. */
  readonly pid: number | undefined;
  /** Resolves when it has ended, and all that it wrote was read. */
  readonly exited: Promise<Exit>;
  /** What it wrote, standard output and error in one, but for the oldest part of very much. */
  output(): string;
  /** The first line, of those it has written and will write, of which `read` makes something. Rejects when the process ends before. */
  line<Found>(read: (line: string) => Found | undefined): Promise<Found>;
  /** Sends a signal and waits for the end. Disposing does so too, and rejects if the process does not stop as it should. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<Exit>;
}

/** The folder of this repository. */
export const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** Children that run, so that none outlives the tests, however these end. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a process. */
export function startChild({ name, args, env, input }: ChildOptions): Child {
  const child = spawn(process.execPath, args, { cwd: repository, env: environmentOf(env) });
  const lines: string[] = [];
  const readers = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > processLimits.outputLines) lines.shift();
      for (const read of readers) read(line);
    });
  }
  running.add(child);
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  child.stdin.on("error", () => undefined).end(input);

  const output = (): string => lines.join("\n");
  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<Exit> {
    child.kill(signal);
    return exited;
  }

  return {
    pid: child.pid,
    exited,
    output,
    end,
    async line<Found>(read: (line: string) => Found | undefined): Promise<Found> {
      const { promise, resolve, reject } = Promise.withResolvers<Found>();
      const reader = (line: string): void => {
        const found = read(line);
        if (found !== undefined) resolve(found);
      };
      const giveUp = (why: string): void => reject(new Error(`${name} ${why}. It wrote:\n${output()}`));
      const deadline = setTimeout(() => giveUp("did not say what was waited for"), processLimits.readyMs);
      void exited.then(({ code, signal }) => giveUp(`ended with ${signal ?? code}`), reject);
      for (const line of lines) reader(line);
      readers.add(reader);
      return promise.finally(() => {
        clearTimeout(deadline);
        readers.delete(reader);
      });
    },
    [Symbol.asyncDispose]: async () => {
      if (!running.has(child)) return;
      const deadline = setTimeout(() => child.kill("SIGKILL"), processLimits.stopMs);
      const { code, signal } = await end("SIGTERM").finally(() => clearTimeout(deadline));
      if (code !== 0) throw new Error(`${name} ended with ${signal ?? code} when it was asked to stop:\n${output()}`);
    },
  };
}

/** Compiled code is kept between runs: it halves the time that a start takes. */
const kept = { NODE_COMPILE_CACHE: `${repository}node_modules/.cache/compiled` };

function environmentOf(env: ChildOptions["env"]): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PARLEY_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), ...kept, ...env };
}
