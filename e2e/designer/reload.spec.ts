import { expect, storedDraft, test } from "./designer.ts";

test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

test("whatever was done a moment before the page is loaded anew is still there", async ({ designer, page, world }) => {
  page.on("dialog", (dialog) => void dialog.accept());
  await designer.open("order-status");
  await designer.select("n3");
  await designer.field("Message").fill("One");
  await page.reload();
  await restoreIfAsked();
  expect((await designer.nodeNamed("Greeting")).config).toMatchObject({ message: { body: "One" } });

  await designer.drag("n3", { x: 80, y: 80 });
  const moved = (await designer.nodeNamed("Greeting")).position;
  await page.reload();
  await restoreIfAsked();
  expect((await designer.nodeNamed("Greeting")).position).toEqual(moved);

  await designer.select("n4");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await page.reload();
  await restoreIfAsked();
  const drawn = await designer.document();
  expect(drawn.nodes.map(({ id }) => id)).not.toContain("n4");
  await designer.idle();
  expect((await storedDraft(world, "order-status")).draft).toEqual(drawn);

  /** A copy on this device that the server had not acknowledged is offered; what it had is there without asking. */
  async function restoreIfAsked(): Promise<void> {
    const restore = page.getByRole("button", { name: "Restore" });
    await page.waitForFunction(() => "parley" in globalThis);
    await expect(restore.or(designer.saved)).not.toHaveCount(0);
    if (await restore.isVisible()) await restore.click();
    await designer.idle();
  }
});

test("what was changed while the server was away is offered again, and saved once it is back", async ({
  designer,
  page,
  world,
}) => {
  page.on("dialog", (dialog) => void dialog.accept());
  await designer.open("order-status");
  await designer.select("n3");
  await designer.field("Message").focus();
  await world.kill();
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
