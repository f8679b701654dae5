import { expect, test } from "./designer.ts";

test("what is broken is listed at once, and each problem leads to the field where it is mended", async ({
  designer,
  page,
}) => {
  await designer.open("order-status");
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
  await designer.select("n3");
  await designer.field("Message").fill("");
  await designer.select("n4");
  await page.keyboard.press("Delete");
  await expect(designer.card("n3").getByRole("img", { name: /error/ })).toBeVisible();
  expect((await designer.document()).nodes.map(({ id }) => id)).not.toContain("n4");

  await page.getByRole("button", { name: /^\d+ problems?:/ }).click();
  const panel = designer.inspector;
  await panel
    .getByRole("button", { name: /message/i })
    .first()
    .click();
  await expect(designer.field("Message")).toBeFocused();
  await page.keyboard.type("Hi again");
  await expect
    .poll(async () => (await designer.nodeNamed("Greeting")).config)
    .toMatchObject({
      message: { body: "Hi again" },
    });

  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await designer.document()).nodes.map(({ id }) => id)).toContain("n4");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
});

test("errors keep a flow from going live, and the dialog says which", async ({ designer, page, world }) => {
  await designer.open("order-status");
  await designer.select("n3");
  await designer.field("Message").fill("");
  await page.getByRole("banner").getByRole("button", { name: "Make live" }).click();
  const dialog = page.getByRole("dialog", { name: "Make live" });
  await expect(dialog).toContainText("1 error keeps the flow from going live:");
  await expect(dialog.getByRole("button", { name: "Make live" })).toBeDisabled();
  await page.keyboard.press("Escape");
  const { flows } = (await (await page.request.get(`${world.url}/api/flows`)).json()) as {
    flows: { liveVersion: number }[];
  };
  expect(flows).toMatchObject([{ liveVersion: 1 }]);
});

test("a new flow has no problem before anything is drawn", async ({ designer, page }) => {
  await designer.create("Quiet");
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
});
