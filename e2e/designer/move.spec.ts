import { expect, test } from "./designer.ts";

test("a node moves by as much as it is dragged, in one step, and is there after the page is loaded anew", async ({
  designer,
  page,
}) => {
  await designer.open("order-status");
  const before = await designer.nodeNamed("Greeting");
  await designer.drag("n3", { x: 80, y: 160 });
  // At 80 percent: 100 and 200 pixels of the flow.
  const moved = { x: before.position.x + 100, y: before.position.y + 200 };
  expect((await designer.nodeNamed("Greeting")).position).toEqual(moved);
  await designer.idle();
  await page.reload();
  await designer.idle();
  expect((await designer.nodeNamed("Greeting")).position).toEqual(moved);
});

test("undo takes a whole drag back and redo does it again", async ({ designer, page }) => {
  await designer.open("order-status");
  const drawn = await designer.document();
  await designer.drag("n3", { x: 80, y: 160 });
  const moved = await designer.document();
  expect(moved).not.toEqual(drawn);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await designer.document()).toEqual(drawn);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect(await designer.document()).toEqual(moved);
});

test("arrow keys move the selection by a step of the grid, with Shift by five, and a burst is one step to undo", async ({
  designer,
  page,
}) => {
  await designer.open("order-status");
  const drawn = await designer.document();
  await designer.select("n3");
  await page.keyboard.down("Shift");
  await designer.select("n4");
  await page.keyboard.up("Shift");
  await designer.card("n4").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  for (const name of ["Greeting", "Choice"]) {
    const { position } = await designer.nodeNamed(name);
    const was = drawn.nodes.find((node) => node.name === name)?.position;
    expect(position).toEqual({ x: (was?.x ?? 0) + 20, y: (was?.y ?? 0) + 100 });
  }
  await designer.idle();
  await page.reload();
  await designer.idle();
  expect((await designer.nodeNamed("Choice")).position).toEqual({ x: 740, y: 340 });
});
