import { createFlow } from "@parley/api";
import { makeDataFolder, repository, startChild, startOwnWorld } from "@parley/testing/processes";
import { type Cost, type MeasuredPage, openPage } from "./browser.ts";
import { drawnFlow } from "./drawn-flow.ts";
import { dragFrom, typeIntoMessage, zoomOutAndIn } from "./gestures.ts";
import { readyAfter } from "./in-page.ts";
import type { BenchOptions } from "./options.ts";
import { servePlain } from "./plain-canvas.ts";
import { fixed, printTable, quantile } from "./table.ts";
import { within } from "./within.ts";

/** What does not finish within this time is not waited for, nor is what would follow it on the same page. */
const patienceMs = 60_000;

/** One row, by the headings of its columns. */
type Row = Map<string, string>;

/** What is measured of a page, one after the other: the columns that it fills, and how. */
type Stage = {
  readonly headings: readonly string[];
  readonly measure: (opened: MeasuredPage) => Promise<readonly string[]>;
};

/** What the designer's canvas costs, beside the library's plain one with the same flow in the same browser. */
export async function benchDesigner({ nodes }: BenchOptions): Promise<void> {
  await using stack = new AsyncDisposableStack();
  await build();
  const data = stack.use(await makeDataFolder());
  const world = stack.use(await startOwnWorld({ dataDir: data.path }));
  const plain = stack.use(await servePlain());
  const rows: Row[] = [];
  for (const count of nodes) {
    const flow = drawnFlow(`bench-${count}`, count);
    plain.show(flow);
    await world.api.ask(createFlow, { body: { draft: flow } });
    const ofPlain = { canvas: "plain", nodes: String(count), url: plain.url };
    // The plain canvas draws all there is, ours what is in view.
    rows.push(await measure(ofPlain, [ready(count), ...handling]));
    const ofOurs = { canvas: "designer", nodes: String(count), url: `${world.url}/flows/${flow.id}` };
    rows.push(await measure(ofOurs, [ready(1), ...handling]));
  }
  print(rows);
}

/** Builds the designer if it is stale. */
async function build(): Promise<void> {
  const args = [`${repository}apps/designer/build.ts`, "--if-stale"];
  await using building = startChild({ name: "The build", args });
  const { code } = await building.exited;
  if (code !== 0) throw new Error(`The designer could not be built:\n${building.output()}`);
}

/** Opens a page in a browser of its own, and measures one stage after the other until one does not finish. */
async function measure(
  about: { readonly canvas: string; readonly nodes: string; readonly url: string },
  stages: readonly Stage[],
): Promise<Row> {
  await using opened = await openPage();
  await opened.page.goto(about.url);
  const row: Row = new Map([
    ["canvas", about.canvas],
    ["nodes", about.nodes],
  ]);
  for (const { headings, measure: figures } of stages) {
    const cells = await within(patienceMs, figures(opened));
    for (const [index, heading] of headings.entries())
      row.set(heading, cells?.[index] ?? `over ${patienceMs / 1_000} s`);
    // Some of this takes minutes: whoever waits sees how far it has come.
    const figuresSoFar = headings.map((heading) => `${heading} ${row.get(heading)}`);
    console.error(`  ${about.canvas}, ${about.nodes} nodes: ${figuresSoFar.join(", ")}`);
    if (cells === undefined) break;
  }
  return row;
}

/** Until at least so many nodes are drawn. */
function ready(leastNodes: number): Stage {
  return {
    headings: ["ready ms"],
    measure: async ({ page }) => [fixed(await page.evaluate<number>(readyAfter(leastNodes)), 0)],
  };
}

const handling: readonly Stage[] = [
  {
    headings: ["elements", "heap MB"],
    measure: async ({ elements, heapMb }) => [String(await elements()), fixed(await heapMb(), 0)],
  },
  {
    headings: ["drag ms a step", "of CPU", "drag p50/p95 ms"],
    measure: async ({ costOf, page }) => {
      const cost = await costOf(() => dragFrom(page, ".react-flow__node"));
      return [fixed(cost.stepMs, 0), fixed(cost.cpuMs, 0), frames(cost)];
    },
  },
  {
    headings: ["pan p50/p95 ms"],
    measure: async ({ costOf, page }) => [frames(await costOf(() => dragFrom(page, ".react-flow__pane")))],
  },
  {
    headings: ["zoom p50/p95 ms"],
    measure: async ({ costOf, page }) => [frames(await costOf(() => zoomOutAndIn(page)))],
  },
  {
    headings: ["typing p50/p95 ms"],
    measure: async (opened) => {
      const delays = (await typeIntoMessage(opened)).toSorted((left, right) => left - right);
      return [`${fixed(quantile(delays, 0.5), 0)}/${fixed(quantile(delays, 0.95), 0)}`];
    },
  },
];

function frames({ frameP50Ms, frameP95Ms }: Cost): string {
  return `${fixed(frameP50Ms, 0)}/${fixed(frameP95Ms, 0)}`;
}

function print(rows: readonly Row[]): void {
  console.log("\ndesigner: the canvas, beside the library's plain one with default nodes, of which it draws all.");
  const headings = ["canvas", "nodes", ...[ready(1), ...handling].flatMap((stage) => stage.headings)];
  printTable(
    rows,
    headings.map((heading) => [heading, (row) => row.get(heading) ?? "–"]),
  );
  console.log(
    "  Ready is from the flow's arrival in the page to the frame that shows it; a step of a drag is from one move of the pointer to its end,",
  );
  console.log(
    "  its CPU that of all of the browser's processes; p50/p95 are times between frames, and from a key to its frame.",
  );
  console.log(
    "  Goals at 1,000 nodes: ready 500 ms, drag p95 25 ms and 20 ms of CPU a step, heap 60 MB, typing p95 50 ms.",
  );
}
