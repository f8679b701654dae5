import { expect, test } from "./designer.ts";
import { PagePhone } from "./phone.ts";

test.use({ expectedErrors: /ERR_FAILED/ });

test("the preview runs the unsaved draft, and time is skipped to what happens when nobody answers", async ({
  designer,
  page,
}) => {
  await designer.open("order-status", "?node=n13");
  const phone = new PagePhone(page);
  await page.route("**/draft", (route) => route.abort());
  await designer.field("Message").fill("Nobody answered, so we close.");
  await phone.open("Preview");
  await phone.write("hello");
  await phone.expectLast("this is Juniper Books");
  await expect(designer.card("n4").locator("[data-current]")).toBeVisible();
  await expect(phone.panel).toContainText("Next: time is up at “Choice”.");
  await phone.panel.getByRole("button", { name: /^Skip (4|5) minutes/ }).click();
  await phone.expectLast("Nobody answered, so we close.");
  await expect(phone.panel).toContainText(/Ends: incomplete/i);
});

test("in the preview a send fails as it is told, and after a day the session window is closed", async ({
  designer,
  page,
}) => {
  await designer.open("order-status");
  const phone = new PagePhone(page);
  await phone.open("Preview");
  await phone.panel.getByLabel("The next message").selectOption("131026");
  await phone.write("hello");
  await expect(phone.panel).toContainText("Delivery failed: Message undeliverable (131026)");
  await expect(phone.panel).toContainText(/Ends: error/i);

  await phone.panel.getByRole("button", { name: "Begin anew" }).click();
  await phone.write("hello");
  await phone.expectLast("this is Juniper Books");
  await phone.panel.getByRole("button", { name: "Skip 24 hours" }).click();
  await expect(phone.panel).toContainText("The session window is closed.");
});
