import { expect, test } from "./designer.ts";
import { Keyboard } from "./keyboard.ts";

test("on the canvas keys open, connect and remove a node, and the focus is never lost", async ({ designer, page }) => {
  const keyboard = new Keyboard(page);
  await designer.open("order-status", "?node=n3");
  await designer.card("n3").focus();
  await keyboard.press("Enter");
  await expect(designer.field("Message")).toBeFocused();
  await keyboard.press("Escape");
  await expect(designer.card("n3")).toBeFocused();

  await keyboard.press("c");
  await keyboard.choose("Error");
  await keyboard.choose("Failed");
  await expect(designer.card("n3")).toBeFocused();
  expect(await designer.edges()).toContain("n3.onError -> n15");

  await keyboard.press("Alt+ArrowRight");
  await expect(designer.card("n4")).toBeFocused();
  await keyboard.press("ControlOrMeta+Delete");
  await expect(designer.canvas.locator(":focus")).toHaveCount(1);
  expect(await designer.edges()).toContain("n3.onDeliveryReportSuccess -> n5");
  await keyboard.press("Delete");
  expect(await designer.edges()).toContain("n3.onDeliveryReportSuccess -> n5");
});

test("shortcuts of a single key can be turned off, and the choice is remembered", async ({ designer, page }) => {
  await designer.open("order-status");
  const keyboard = new Keyboard(page);
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await keyboard.press("?");
  await sheet.getByLabel("Shortcuts of a single key").uncheck();
  await keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.reload();
  await designer.complete();
  // Were the sheet there, it would keep these keys to itself.
  await keyboard.press("?", "ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
  await expect(sheet).toBeHidden();
});

test("keys that mean something on the canvas are letters in a field, and take nothing away", async ({
  designer,
  page,
}) => {
  await designer.open("order-status", "?node=n3");
  const drawn = await designer.document();
  await designer.field("Name").first().fill("");
  await designer.field("Name").first().pressSequentially("c1/?gl");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Delete");
  expect((await designer.document()).nodes.map(({ id }) => id)).toEqual(drawn.nodes.map(({ id }) => id));
  expect((await designer.nodeNamed("c1/?g")).id).toBe("n3");
  await expect(page).toHaveURL(/order-status/);
});
