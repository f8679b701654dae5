import { type CDPSession, chromium, type Page } from "@playwright/test";
import { chromiumArgs, findChromium } from "@parley/testing/processes";
import { record } from "./in-page.ts";
import { quantile } from "./table.ts";

/** A page whose costs are measured. */
export interface MeasuredPage extends AsyncDisposable {
  readonly page: Page;
  /** Elements of the page. */
  elements(): Promise<number>;
  /** JavaScript heap in MB, after what is not needed has been collected. */
  heapMb(): Promise<number>;
  /** Does something that gives in how many steps it was done, and tells what it cost. */
  costOf(work: () => Promise<number>): Promise<Cost>;
  /** Milliseconds from each key pressed to the frame after it, since this was last asked. */
  keyDelays(): Promise<readonly number[]>;
}

/** What a gesture cost. */
export type Cost = {
  /** Milliseconds for each step. */
  readonly stepMs: number;
  /** Milliseconds of processor time for each step, of all of the browser's processes. */
  readonly cpuMs: number;
  /** Between two frames. */
  readonly frameP50Ms: number;
  readonly frameP95Ms: number;
};

/** Opens a page in a window of 1440 by 900, in a browser of its own: what one page leaves behind does not weigh on the next. Rejects where there is no browser. */
export async function openPage(): Promise<MeasuredPage> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("There is no Chromium: `node e2e/install-chromium.ts` gets one.");
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript(record);
  const [whole, own] = await Promise.all([browser.newBrowserCDPSession(), context.newCDPSession(page)]);

  return {
    page,
    elements: () => page.evaluate<number>("document.querySelectorAll('*').length"),
    heapMb: async () => {
      await own.send("HeapProfiler.collectGarbage");
      const { usedSize } = await own.send("Runtime.getHeapUsage");
      return usedSize / 1024 / 1024;
    },
    costOf: async (work) => {
      await page.evaluate("frames.length = 0");
      const [before, began] = [await cpuMsOf(whole), performance.now()];
      const steps = await work();
      const [after, ended] = [await cpuMsOf(whole), performance.now()];
      const frames = (await page.evaluate<number[]>("[...frames]")).toSorted((left, right) => left - right);
      if (frames.length < 5) throw new Error(`Only ${frames.length} frames were drawn in ${steps} steps.`);
      return {
        stepMs: (ended - began) / steps,
        cpuMs: (after - before) / steps,
        frameP50Ms: quantile(frames, 0.5),
        frameP95Ms: quantile(frames, 0.95),
      };
    },
    keyDelays: () => page.evaluate<number[]>("keys.splice(0)"),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function cpuMsOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}
