import { benchTurn } from "./turn.ts";
import { benchWebhook } from "./webhook.ts";

/** Every benchmark by its name: `npm run bench` runs all, `npm run bench -- turn` one. */
const benchmarks: Readonly<Record<string, () => Promise<void> | void>> = { turn: benchTurn, webhook: benchWebhook };

const [wanted] = process.argv.slice(2);
const names = wanted === undefined ? Object.keys(benchmarks) : [wanted];
for (const name of names) {
  const benchmark = benchmarks[name];
  if (benchmark === undefined) {
    console.error(`There is no benchmark ${name}. There are: ${Object.keys(benchmarks).join(", ")}.`);
    process.exitCode = 1;
  } else await benchmark();
}
