import { expect, test } from "./designer.ts";
import { makeLive } from "./make-live.ts";
import { PagePhone } from "./phone.ts";

const oldWords = "your latest order has left our warehouse";
const newWords = "your order waits for you at the shop";

test("a conversation stays on its version while the next goes live, and rolling back makes the old words a new version", async ({
  designer,
  page,
}) => {
  await designer.open("order-status");
  const phone = new PagePhone(page);
  await phone.open("Live");
  await phone.write("hello");
  await phone.expectLast("this is Juniper Books");

  await page.keyboard.press("Escape");
  await designer.command("Order status n6");
  await designer.field("Message").fill(`Good news: ${newWords}.`);
  await makeLive(designer, "Orders are collected now", 2);
  await phone.write("1");
  await expect(phone.log).toContainText(oldWords);

  await phone.become("Ben");
  await phone.write("hello");
  await phone.expectLast("this is Juniper Books");
  await phone.write("1");
  await expect(phone.log).toContainText(newWords);

  await page.getByRole("button", { name: "Versions" }).click();
  const panel = designer.inspector;
  await expect(panel).toContainText("Orders are collected now");
  await panel.getByRole("link", { name: "Open Version 1" }).click();
  await expect(page.getByText("read-only")).toBeVisible();
  await expect(designer.card("n6")).toContainText(oldWords);
  await expect(page.locator("[data-palette]")).toHaveCount(0);
  await page.getByRole("button", { name: "Roll back to this" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).click();
  await expect(page.getByText("Version 3 is live.")).toBeVisible();
  await expect(panel).toContainText("the content of version 1 again");
  await expect(designer.card("n6")).toContainText(newWords);

  await phone.become("Cleo");
  await phone.write("hello");
  await phone.expectLast("this is Juniper Books");
  await phone.write("1");
  await expect(phone.log).toContainText(oldWords);
});

test("a paused flow starts no conversation, and goes on when it is resumed", async ({ designer, page }) => {
  await designer.open("order-status", "?panel=versions");
  await designer.inspector.getByRole("button", { name: "Pause" }).click();
  await expect(designer.inspector).toContainText("The flow is paused");
  const phone = new PagePhone(page);
  await phone.open("Live");
  await phone.write("hello");
  await expect(phone.withStatus("delivered")).toHaveCount(1);
  await designer.inspector.getByRole("button", { name: "Resume" }).click();
  await expect(designer.inspector.getByText("The flow is paused")).toBeHidden();
  await phone.write("are you there?");
  await phone.expectLast("this is Juniper Books");
  await expect(phone.messages).toHaveCount(3);
});
