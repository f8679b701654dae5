import { benchDesigner } from "./designer.ts";
import { benchExchange } from "./exchange.ts";
import { type BenchOptions, readOptions, usage } from "./options.ts";
import { benchRivals } from "./rivals.ts";
import { benchTimers } from "./timers.ts";
import { benchTurn } from "./turn.ts";
import { machine } from "./usage.ts";
import { benchWaiting } from "./waiting.ts";
import { benchWebhook } from "./webhook.ts";

/** Every benchmark by its name: `npm run bench` runs all, `npm run bench -- turn` one. Each rejects when something it counted is wrong. */
const benchmarks: Readonly<Record<string, (options: BenchOptions) => Promise<void> | void>> = {
  turn: benchTurn,
  webhook: benchWebhook,
  exchange: benchExchange,
  waiting: benchWaiting,
  timers: benchTimers,
  rivals: benchRivals,
  designer: benchDesigner,
};

const { names, options } = readOptions(process.argv.slice(2));
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(benchmarks).join(", ")}.\n${usage}`,
  );
  process.exitCode = 1;
} else {
  console.log(`On ${machine()}.`);
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (names.length === 0 || names.includes(name)) await run(name, () => benchmark(options));
  }
}

/** One that fails does not keep the others from running. */
async function run(name: string, benchmark: () => Promise<void> | void): Promise<void> {
  try {
    await benchmark();
  } catch (error) {
    process.exitCode = 1;
    console.error(`\n${name} failed:`, ...causesOf(error));
  }
}

/** What went wrong first comes first: ending its processes may have failed as well. */
function causesOf(error: unknown): unknown[] {
  return error instanceof SuppressedError ? [...causesOf(error.suppressed), ...causesOf(error.error)] : [error];
}
