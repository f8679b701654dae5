import { askJson } from "@parley/testing/processes";
import { expect, test } from "./designer.ts";
import { makeLive } from "./make-live.ts";
import { PagePhone } from "./phone.ts";

test("a flow is made live and talked to on the phone beside the canvas, which shows where the conversation is", async ({
  designer,
  page,
  world,
}) => {
  // The example would answer as well: the first message of both begins them.
  await askJson(`${world.url}/api/flows/order-status/pause`, { method: "POST", body: {} });
  await designer.create("Parrot");
  const phone = new PagePhone(page);
  await phone.open("Live");
  await expect(phone.panel).toContainText("Nothing is live yet");

  const [start] = (await designer.document()).nodes;
  await designer.select(start?.id ?? "");
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("Who are *you*?");
  await page.locator('[data-palette="receive"]').click();
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("Hello $(receive.message)!");
  await page.locator('[data-palette="end"]').click();
  const { nodes } = await designer.document();
  const [, ask, receive, answer, end] = nodes.map(({ id }) => id);
  expect(await designer.edges()).toEqual([
    `${start?.id}.onBegin -> ${ask}`,
    `${ask}.onSuccess -> ${receive}`,
    `${receive}.whatsapp.mo -> ${answer}`,
    `${answer}.onSuccess -> ${end}`,
  ]);
  await makeLive(designer, "The first words", 1);

  await designer.command("zoom to the whole");
  await phone.write("hi");
  await phone.expectLast("Who are you?");
  await expect(phone.log.locator("strong", { hasText: "you" })).toBeVisible();
  await expect(designer.card(receive ?? "").locator("[data-current]")).toBeVisible();
  await phone.write("Ann");
  await phone.expectLast("Hello Ann!");
  await expect(phone.withStatus("read")).toHaveCount(2);
  await expect(
    designer
      .edge(answer ?? "", "onSuccess")
      .locator("[data-taken]")
      .first(),
  ).toBeAttached();
});
