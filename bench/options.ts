import { parseArgs } from "node:util";

/** What may be asked of a benchmark. */
export type BenchOptions = {
  /** How long each measurement takes; each benchmark has a length of its own unless told. */
  readonly seconds: number | undefined;
  /** Numbers of waiting conversations, each a column of `waiting`. */
  readonly waiting: readonly number[];
  /** Numbers of nodes, each two rows of `designer`. */
  readonly nodes: readonly number[];
  /** A folder for CPU profiles of the servers, if they are wanted. */
  readonly profile: string | undefined;
};

export const usage = `Usage: npm run bench -- [name ...] [--seconds n] [--waiting 0,100000,1000000] [--nodes 50,1000] [--profile folder]`;

/** Reads the command line: names of benchmarks, and options. Throws a `TypeError` for an unknown option and a `RangeError` for a bad number. */
export function readOptions(args: readonly string[]): {
  readonly names: readonly string[];
  readonly options: BenchOptions;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: "string" },
      waiting: { type: "string" },
      nodes: { type: "string" },
      profile: { type: "string" },
    },
  });
  const { seconds, waiting = "0,100000", nodes = "50,500,1000,3000", profile } = values;
  return {
    names: positionals,
    options: {
      seconds: seconds === undefined ? undefined : numberOf(seconds, 600),
      waiting: waiting.split(",").map((text) => numberOf(text, 5_000_000)),
      nodes: nodes.split(",").map((text) => numberOf(text, 5_000)),
      profile,
    },
  };
}

function numberOf(text: string, most: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= most))
    throw new RangeError(`${JSON.stringify(text)} must be a number from 0 to ${most}. ${usage}`);
  return value;
}
