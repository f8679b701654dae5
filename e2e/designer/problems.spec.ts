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

test("a connection by an outcome that its node has not is shown as broken, and mended by hand or by a quick fix", async ({
  designer,
  page,
}) => {
  const url = `${designer.url}/api/flows/order-status`;
  const { draft, revision } = (await (await page.request.get(url)).json()) as {
    draft: { edges: object[] };
    revision: number;
  };
  const lost = { id: "e90", source: "n3", outcome: "onRead", target: "n13" };
  const changed = { draft: { ...draft, edges: [...draft.edges, lost] }, revision };
  expect((await page.request.put(`${url}/draft`, { data: changed })).status()).toBe(200);

  await designer.open("order-status");
  await expect(designer.edge("n3", "onRead").locator("[data-lost]")).toHaveCount(1);
  await expect(page.locator("[data-lost]")).toHaveCount(1);
  await expect(designer.card("n3").getByRole("img", { name: /1 error/ })).toBeVisible();

  // It begins at the foot of the card, where nothing else does.
  const card = await designer.boxOf(designer.card("n3"));
  await page.mouse.click(card.x + card.width + 14, card.y + card.height - 6);
  await expect(designer.inspector).toContainText("Drag the beginning of the connection");
  const begin = await designer.middleOf(page.locator(".react-flow__edgeupdater-source"));
  await designer.moveByHand(begin, await designer.middleOf(designer.handle("n3", "onError")));
  await expect.poll(() => designer.edges()).toContain("n3.onError -> n13");
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => designer.edges()).toContain("n3.onRead -> n13");

  await page.getByRole("button", { name: /^\d+ problems?:/ }).click();
  await expect(designer.inspector).toContainText("which it does not have");
  await designer.inspector.getByRole("button", { name: "Remove the connection" }).click();
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
  await expect(designer.edge("n3", "onRead")).toHaveCount(0);
  await designer.idle();
  await page.reload();
  await designer.idle();
  expect((await designer.document()).edges).toHaveLength(draft.edges.length);
});
