import { expect } from "@playwright/test";
import type { Designer } from "./designer.ts";

/** Makes the open draft live by the dialog, and waits until it is. */
export async function makeLive({ page }: Designer, comment: string, version: number): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Make live" }).click();
  const dialog = page.getByRole("dialog", { name: "Make live" });
  await dialog.getByLabel("Comment").fill(comment);
  await dialog.getByRole("button", { name: "Make live" }).click();
  await expect(page.getByText(`Version ${version} is live.`)).toBeVisible();
}
