import { expect, test } from "./designer.ts";

test("nodes are found by what they say, and shown one after the other", async ({ designer, page }) => {
  await designer.open("order-status");
  await page.keyboard.press("ControlOrMeta+f");
  const field = page.getByRole("searchbox", { name: "Search names, texts and variables" });
  await expect(field).toBeFocused();
  await field.fill("reply with 1 or 2");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("0 of 2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 2");
  await page.keyboard.press("Enter");
  await expect(designer.card("n8")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(designer.card("n8")).toBeFocused();

  await page.keyboard.press("ControlOrMeta+f");
  await field.fill("$(choice)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/of [1-9]/);
  await field.fill("nothing like this");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("None");
});

test("commands, nodes and problems are found in the palette", async ({ designer, page }) => {
  await designer.open("order-status");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("goodb");
  await expect(palette.getByRole("option")).toHaveText([/^Goodbye/]);
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(designer.card("n10")).toBeInViewport();
  await expect(designer.field("Name").first()).toHaveValue("Goodbye");

  await designer.command("outline");
  await expect(page.getByRole("tree")).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("no such thing at all");
  await expect(palette.getByRole("status")).toHaveText("Nothing fits.");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("the list of flows is searched and keeps its search in the address", async ({ designer, page }) => {
  await designer.create("Second one");
  await page.goto(designer.url);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Search flows" }).fill("second");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("searchbox", { name: "Search flows" })).toHaveValue("second");
});
