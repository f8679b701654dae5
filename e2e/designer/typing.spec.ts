import { expect, test } from "./designer.ts";

test("no key is lost on a slow machine, however fast somebody types", async ({ designer, page }) => {
  await designer.open("order-status");
  await designer.select("n3");
  // The plain field may change places with the editor of expressions in the middle of it.
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await designer.field("Message").click();
  await page.keyboard.press("ControlOrMeta+a");
  const text = "Dear $(whatsapp.username), the quick brown fox jumps over the lazy dog, and again.";
  await page.keyboard.type(text);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expect
    .poll(async () => (await designer.nodeNamed("Greeting")).config)
    .toMatchObject({ message: { type: "text", body: text } });
  await expect(designer.field("Message")).toHaveText(text);
});
