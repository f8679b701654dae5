import { type Designer, expect, storedDraft, test } from "./designer.ts";

test.use({ expectedErrors: /status of 409/ });

/** Two tabs with the same flow: the second saves, then the first changes something else. */
async function meet(designer: Designer, other: Designer): Promise<void> {
  await designer.open("order-status");
  await other.open("order-status");
  await other.select("n3");
  await other.field("Message").fill("Theirs");
  await other.idle();
  await designer.select("n4");
  await designer.field("Name").first().fill("Mine");
}

test("of two tabs that change the same flow neither loses its work, whichever is kept", async ({
  designer,
  anotherTab,
  page,
  world,
}) => {
  await meet(designer, await anotherTab());
  const dialog = page.getByRole("dialog", { name: "Someone else saved this flow" });
  await expect(dialog).toBeVisible();
  expect((await storedDraft(world, "order-status")).draft.nodes.map(({ name }) => name)).not.toContain("Mine");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await designer.idle();
  const kept = (await storedDraft(world, "order-status")).draft.nodes;
  expect(kept.map(({ name }) => name)).toContain("Mine");
  expect(JSON.stringify(kept)).not.toContain("Theirs");

  await page.getByRole("button", { name: "Versions" }).click();
  await expect(designer.inspector).toContainText("Theirs, from a conflict");
  await designer.inspector.getByRole("button", { name: "Use as the draft" }).click();
  await designer.idle();
  expect(JSON.stringify((await storedDraft(world, "order-status")).draft)).toContain("Theirs");
});

test("who takes theirs keeps a copy of what was here", async ({ designer, anotherTab, page, world }) => {
  await meet(designer, await anotherTab());
  await page.getByRole("button", { name: "Take theirs", exact: true }).click();
  await designer.idle();
  expect(JSON.stringify(await designer.document())).toContain("Theirs");
  await page.getByRole("button", { name: "Versions" }).click();
  await expect(designer.inspector).toContainText("Yours, from a conflict");
  expect((await storedDraft(world, "order-status")).revision).toBe(2);
});

test("a tab that has changed nothing never saves", async ({ designer, anotherTab, page, world }) => {
  await designer.open("order-status");
  const other = await anotherTab();
  await other.open("order-status");
  await other.select("n3");
  await other.page.keyboard.press("1");
  await other.page.close();
  await designer.select("n3");
  await page.keyboard.press("Shift+Alt+KeyO");
  await designer.idle();
  await page.goto(designer.url);
  await expect(page.getByRole("table")).toBeVisible();
  expect((await storedDraft(world, "order-status")).revision).toBe(1);
});
