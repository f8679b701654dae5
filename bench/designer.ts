import type { Page } from "@playwright/test";
import { createFlow } from "@parley/api";
import { makeDataFolder, startOwnWorld } from "@parley/testing/processes";
import { type Cost, type MeasuredPage, openPage, startBrowser } from "./browser.ts";
import { drawnFlow } from "./drawn-flow.ts";
import { keysSeen, placeOf, readyAfter } from "./in-page.ts";
import type { BenchOptions } from "./options.ts";
import { servePlain } from "./plain-canvas.ts";
import { fixed, printTable, quantile } from "./table.ts";

/** Moves of a drag, notches of a wheel out and in again, and letters that are typed. */
const steps = { move: 120, zoom: 40, keys: 60 } as const;

type Canvas = {
  readonly readyMs: number;
  readonly elements: number;
  readonly heapMb: number;
  readonly drag: Cost;
  readonly pan: Cost;
  readonly zoom: Cost;
};

type Row = Canvas & {
  readonly name: string;
  readonly nodeCount: number;
  /** From a key in the message field to the frame after it. */
  readonly typingP95Ms: number | undefined;
};

/** What the designer's canvas costs, beside the library's plain one with the same flow in the same browser. */
export async function benchDesigner({ nodes }: BenchOptions): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const data = stack.use(await makeDataFolder());
  const world = stack.use(await startOwnWorld({ dataDir: data.path }));
  const plain = stack.use(await servePlain());
  const browser = await startBrowser();
  stack.defer(() => browser.close());
  const rows: Row[] = [];
  for (const nodeCount of nodes) {
    const flow = drawnFlow(`bench-${nodeCount}`, nodeCount);
    plain.show(flow);
    await world.api.ask(createFlow, { body: { draft: flow } });
    {
      await using opened = await openPage(browser);
      rows.push({ name: "plain", nodeCount, ...(await measure(opened, plain.url, nodeCount)), typingP95Ms: undefined });
    }
    await using opened = await openPage(browser);
    const costs = await measure(opened, `${world.url}/flows/${flow.id}`, 1);
    rows.push({ name: "designer", nodeCount, ...costs, typingP95Ms: await typing(opened) });
  }
  print(rows);
}

/** Opens a canvas, waits until at least so many nodes are drawn, and handles it. */
async function measure(opened: MeasuredPage, url: string, leastNodes: number): Promise<Canvas> {
  const { page } = opened;
  await page.goto(url);
  const readyMs = await page.evaluate<number>(readyAfter(leastNodes));
  const [elements, heapMb] = [await opened.elements(), await opened.heapMb()];
  const drag = await opened.costOf(steps.move, () => dragFrom(page, ".react-flow__node"));
  const pan = await opened.costOf(steps.move, () => dragFrom(page, ".react-flow__pane"));
  const zoom = await opened.costOf(steps.zoom * 2, () => zoomOutAndIn(page));
  return { readyMs, elements, heapMb, drag, pan, zoom };
}

/** Presses the pointer on what is nearest to the middle, moves it round in a circle and lets it go where it was. */
async function dragFrom(page: Page, selector: string): Promise<void> {
  const { x, y } = await place(page, selector);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= steps.move; step++) {
    const angle = (step / steps.move) * 2 * Math.PI;
    await page.mouse.move(x + Math.sin(angle) * 200, y + (1 - Math.cos(angle)) * 80);
  }
  await page.mouse.up();
}

async function zoomOutAndIn(page: Page): Promise<void> {
  const { x, y } = await place(page, ".react-flow__pane");
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (const by of [100, -100]) {
    for (let step = 0; step < steps.zoom; step++) await page.mouse.wheel(0, by);
  }
  await page.keyboard.up("Control");
}

async function typing({ page, keyDelays }: MeasuredPage): Promise<number> {
  const { x, y } = await place(page, ".react-flow__node");
  await page.mouse.dblclick(x, y);
  const field = page.getByRole("textbox", { name: "Message", exact: true }).first();
  await field.focus();
  await field.press("End");
  await keyDelays();
  // The next key comes once the one before is seen, as from a person: else they would wait for each other.
  for (let step = 1; step <= steps.keys; step++) {
    await page.keyboard.press(step % 6 === 0 ? "Space" : "a");
    await page.evaluate(keysSeen(step));
  }
  const delays = await keyDelays();
  return quantile(
    delays.toSorted((left, right) => left - right),
    0.95,
  );
}

async function place(page: Page, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.evaluate<{ x: number; y: number } | undefined>(placeOf(selector));
  if (found === undefined) throw new Error(`Nothing of ${selector} is in view.`);
  return found;
}

function print(rows: readonly Row[]): void {
  const frames = ({ frameP50Ms, frameP95Ms }: Cost): string => `${fixed(frameP50Ms, 0)}/${fixed(frameP95Ms, 0)}`;
  console.log("\ndesigner: the canvas, beside the library's plain one with default nodes, of which it draws all.");
  printTable(rows, [
    ["canvas", ({ name }) => name],
    ["nodes", ({ nodeCount }) => nodeCount],
    ["ready ms", ({ readyMs }) => fixed(readyMs, 0)],
    ["elements", ({ elements }) => elements],
    ["heap MB", ({ heapMb }) => fixed(heapMb, 0)],
    ["drag CPU ms a step", ({ drag }) => fixed(drag.cpuMs, 1)],
    ["drag p50/p95 ms", ({ drag }) => frames(drag)],
    ["pan p50/p95 ms", ({ pan }) => frames(pan)],
    ["zoom p50/p95 ms", ({ zoom }) => frames(zoom)],
    ["typing p95 ms", ({ typingP95Ms }) => fixed(typingP95Ms, 0)],
  ]);
  console.log(
    "  Ready is from the flow's arrival in the page to the frame that shows it; p50/p95 are times between frames.",
  );
  console.log(
    "  Goals at 1,000 nodes: ready 500 ms, drag p95 25 ms and 20 ms of CPU a step, heap 60 MB, typing p95 50 ms.",
  );
}
