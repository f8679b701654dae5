import { expect, test } from "./designer.ts";

test.use({ expectedErrors: /status of 404/ });

test("a link to a node opens it in canvas and inspector, and the address follows what is looked at", async ({
  designer,
  page,
}) => {
  await designer.open("order-status", "?node=n10");
  await expect(designer.card("n10")).toBeInViewport();
  await expect(designer.field("Name").first()).toHaveValue("Goodbye");
  await page.keyboard.press("Alt+Shift+KeyO");
  await expect(page).toHaveURL(/view=outline/);
  await page.reload();
  await expect(page.getByRole("treeitem", { name: /Goodbye/, selected: true })).toBeVisible();
  await page.getByRole("button", { name: "Versions" }).click();
  await expect(page).toHaveURL(/panel=versions/);
});

test("a link to a version shows it read only", async ({ designer, page }) => {
  await designer.open("order-status", "?version=1&node=n3");
  await expect(page.getByText(/^Version 1 of .*read-only/)).toBeVisible();
  await expect(page.getByRole("banner").getByRole("button", { name: "Make live" })).toHaveCount(0);
});

test("links that lead nowhere say so", async ({ designer, page }) => {
  await page.goto(`${designer.url}/flows/no-such-flow`);
  await expect(page.getByText("This flow is not here")).toBeVisible();
  await page.goto(`${designer.url}/flows/order-status?version=99`);
  await expect(page.getByText("This version is not here")).toBeVisible();
  await page.goto(`${designer.url}/no/such/page`);
  await expect(page.getByText("There is nothing here")).toBeVisible();
});
