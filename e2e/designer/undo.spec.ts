import { type DrawnDocument, expect, test } from "./designer.ts";

test("everything can be undone step by step, and done again", async ({ designer, page }) => {
  await designer.open("order-status");
  const states: DrawnDocument[] = [await designer.document()];
  const step = async (what: () => Promise<void>): Promise<void> => {
    await what();
    await expect.poll(() => designer.document()).not.toEqual(states.at(-1));
    states.push(await designer.document());
  };

  await step(() => designer.drag("n3", { x: 40, y: 80 }));
  await step(async () => {
    await designer.select("n3");
    await designer.field("Message").fill("Typed in the inspector");
    await designer.field("Message").blur();
  });
  await step(async () => {
    await designer.field("Name").first().pressSequentially(" them all");
    await designer.field("Name").first().blur();
  });
  await step(() => designer.connect("n4", "onError", "n3"));
  await step(() => designer.dropFromPalette("delay", { x: 400, y: 700 }).then(() => undefined));
  await step(() => page.keyboard.press("ControlOrMeta+d"));
  await step(() => page.keyboard.press("Delete"));
  await step(async () => {
    await designer.select("n4");
    await page.keyboard.press("ControlOrMeta+Delete");
  });
  await step(() => page.keyboard.press("Alt+Shift+KeyT"));
  await step(async () => {
    await page.getByRole("button", { name: "open the flow's settings" }).click();
    await designer.inspector.getByRole("button", { name: "Add variable" }).click();
  });
  await step(async () => {
    await page.locator('[data-palette="note"]').click();
    await page.keyboard.press("Escape");
  });

  await page.keyboard.press("Escape");
  for (const state of states.toReversed().slice(1)) {
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await designer.document()).toEqual(state);
  }
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  for (const state of states.slice(1)) {
    await page.getByRole("button", { name: "Redo" }).click();
    expect(await designer.document()).toEqual(state);
  }
  await designer.idle();
  await page.reload();
  await designer.idle();
  expect(await designer.document()).toEqual(states.at(-1));
});

test("words that are typed in a field are undone from within it, a field at a time", async ({ designer, page }) => {
  await designer.open("order-status", "?node=n3");
  const drawn = await designer.document();
  await designer.field("Name").first().fill("Welcome");
  await designer.field("Message").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("New words");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(designer.field("Message")).toContainText("Juniper Books");
  expect((await designer.nodeNamed("Welcome")).id).toBe("n3");
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => designer.document()).toEqual(drawn);
});
