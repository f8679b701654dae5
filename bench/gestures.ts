import type { Page } from "@playwright/test";
import type { MeasuredPage } from "./browser.ts";
import { keysSeen, placeOf } from "./in-page.ts";

/** Moves of a drag, notches of a wheel out and in again, and letters that are typed. */
const steps = { move: 120, zoom: 40, keys: 60 } as const;

/** A gesture that takes longer ends after fewer steps: a canvas that takes a second for each would else take minutes, and cost the same a step. */
const longestMs = 15_000;

/** Presses the pointer on what is nearest to the middle, moves it round in a circle and lets it go. Gives the steps it was moved in. */
export async function dragFrom(page: Page, selector: string): Promise<number> {
  const { x, y } = await place(page, selector);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const done = await stepped(steps.move, (step) => {
    const angle = (step / steps.move) * 2 * Math.PI;
    return page.mouse.move(x + Math.sin(angle) * 200, y + (1 - Math.cos(angle)) * 80);
  });
  await page.mouse.up();
  return done;
}

/** Zooms out and in again by the wheel. Gives the notches it was turned by. */
export async function zoomOutAndIn(page: Page): Promise<number> {
  const { x, y } = await place(page, ".react-flow__pane");
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  const done = await stepped(steps.zoom * 2, (step) => page.mouse.wheel(0, step <= steps.zoom ? 100 : -100));
  await page.keyboard.up("Control");
  return done;
}

/** Opens a message and types into it. Gives the milliseconds from each key to the frame after it. */
export async function typeIntoMessage({ page, keyDelays }: MeasuredPage): Promise<readonly number[]> {
  const { x, y } = await place(page, ".react-flow__node");
  await page.mouse.dblclick(x, y);
  const field = page.getByRole("textbox", { name: "Message", exact: true }).first();
  await field.focus();
  await field.press("End");
  await keyDelays();
  // The next key comes once the one before is seen, as from a person: else they would wait for each other.
  await stepped(steps.keys, async (step) => {
    await page.keyboard.press(step % 6 === 0 ? "Space" : "a");
    await page.evaluate(keysSeen(step));
  });
  return keyDelays();
}

async function stepped(most: number, step: (count: number) => Promise<void>): Promise<number> {
  const endsAt = performance.now() + longestMs;
  let count = 0;
  while (count < most && performance.now() < endsAt) await step(++count);
  return count;
}

async function place(page: Page, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.evaluate<{ x: number; y: number } | undefined>(placeOf(selector));
  if (found === undefined) throw new Error(`Nothing of ${selector} is in view.`);
  return found;
}
