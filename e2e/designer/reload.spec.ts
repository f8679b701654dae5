import { expect, storedDraft, test } from "./designer.ts";

// A page's last words may be saved only after the next page has read the flow: its first save then meets its own.
test.use({ expectedErrors: /ERR_CONNECTION_REFUSED|status of 409/ });

test("whatever was done a moment before the page is loaded anew is still there", async ({ designer, page, world }) => {
  page.on("dialog", (dialog) => void dialog.accept());
  await designer.open("order-status");
  await designer.select("n3");
  await designer.field("Message").fill("One");
  await comesBack(async () => {
    expect((await designer.nodeNamed("Greeting")).config).toMatchObject({ message: { body: "One" } });
  });

  await designer.drag("n3", { x: 80, y: 80 });
  const moved = (await designer.nodeNamed("Greeting")).position;
  await comesBack(async () => expect((await designer.nodeNamed("Greeting")).position).toEqual(moved));

  await designer.select("n4");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await comesBack(async () => {
    expect((await designer.document()).nodes.map(({ id }) => id)).not.toContain("n4");
  });
  expect((await storedDraft(world, "order-status")).draft).toEqual(await designer.document());

  /** What the server had is there without asking; what it had not acknowledged is offered by a copy on this device. */
  async function comesBack(check: () => Promise<void>): Promise<void> {
    await page.reload();
    await expect(async () => {
      const restore = page.getByRole("button", { name: "Restore" });
      if (await restore.isVisible()) await restore.click();
      await designer.idle();
      await check();
    }).toPass();
  }
});

test("what was changed while the server was away is offered again, and saved once it is back", async ({
  designer,
  page,
  world,
}) => {
  page.on("dialog", (dialog) => void dialog.accept());
  await designer.open("order-status");
  await designer.complete();
  await world.kill();
  await designer.select("n3");
  await designer.field("Message").fill("Written without a server");
  await expect(page.getByText(/^Unsaved/)).toBeVisible();
  await page.goto("about:blank");
  await world.start();
  await page.goto(`${designer.url}/flows/order-status`);
  await expect(page.getByText(/Unsaved changes from .* were found on this device/)).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await designer.idle();
  expect(JSON.stringify((await storedDraft(world, "order-status")).draft)).toContain("Written without a server");
});
