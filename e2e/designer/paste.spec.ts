import { expect, test } from "./designer.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("nodes are copied from one flow and pasted into another in another tab, with ids of their own and what is missing flagged", async ({
  designer,
  anotherTab,
  page,
}) => {
  await designer.open("order-status", "?node=n9");
  await designer.card("n9").focus();
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect(designer.card("n6")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+c");
  const text = await page.evaluate("navigator.clipboard.readText()");
  expect(JSON.parse(text as string)).toMatchObject({ format: "parley.clipboard/1", flowId: "order-status" });

  const other = await anotherTab();
  await other.create("Other");
  await other.page.keyboard.press("ControlOrMeta+v");
  await expect.poll(async () => (await other.document()).nodes.length).toBe(3);
  const { nodes } = await other.document();
  const [start, send, wait] = ["start", "whatsapp", "wait-for"].map((type) => nodes.find((node) => node.type === type));
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(3);
  expect([start?.id, send?.name, wait?.name]).toEqual(["n2", "Order status", "Until it is read"]);
  expect(wait?.config).toMatchObject({ send: send?.id });
  expect(await other.edges()).toEqual([`${send?.id}.onSuccess -> ${wait?.id}`]);
  await other.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await other.document()).nodes.length).toBe(1);
});

test("what a pasted node reads and nothing sets is flagged as a problem", async ({ designer, anotherTab, page }) => {
  await designer.open("order-status", "?node=n5");
  await designer.card("n5").focus();
  await page.keyboard.press("ControlOrMeta+c");
  const other = await anotherTab();
  await other.create("Other");
  await other.page.keyboard.press("ControlOrMeta+v");
  await expect.poll(async () => (await other.document()).nodes.length).toBe(2);
  await other.page.getByRole("button", { name: /^\d+ problems?:/ }).click();
  await expect(other.inspector).toContainText("n4");
});

test("text that is no part of a flow is not pasted, and the page says so", async ({ designer, page }) => {
  await designer.open("order-status");
  const drawn = await designer.document();
  await page.evaluate("navigator.clipboard.writeText('just words')");
  await designer.select("n3");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("The clipboard holds nothing of a flow.")).toBeVisible();
  expect(await designer.document()).toEqual(drawn);
});
