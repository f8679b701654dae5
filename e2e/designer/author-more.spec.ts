import { expect, test } from "./designer.ts";
import { MessageForm } from "./message.ts";

test("the types beyond Webex Connect's: a link, a request for a place, a reaction and a read mark", async ({
  designer,
}) => {
  const form = new MessageForm(designer);
  await form.begin("More");
  await designer.field("Message").fill("Have a look.");
  await form.choose("Link button");
  await designer.inspector.getByLabel("Header", { exact: true }).selectOption("Text");
  await designer.field("Header text").fill("New arrivals");
  await designer.field("Button text").fill("Open the shop");
  await designer.field("Page that it opens").fill("example.com");
  await expect(designer.inspector).toContainText("it must be a link such as https://example.com/a.jpg");
  await designer.field("Page that it opens").fill("https://example.com/$(whatsapp.waId)");
  await form.expectDrawn({ type: "cta-url", body: "Have a look.", displayText: "Open the shop" });
  await expect(form.preview).toContainText("New arrivals");
  await expect(form.preview.getByRole("listitem")).toHaveText("Open the shop");

  await form.choose("Location request");
  await form.expectDrawn({ type: "location-request", body: "Have a look." });
  await expect(form.preview.getByRole("listitem")).toHaveText("Send location");

  await form.choose("Reaction");
  await designer.inspector.getByRole("button", { name: "🎉" }).click();
  await form.expectDrawn({ type: "reaction", emoji: "🎉", messageId: "$(whatsapp.transId)" });
  await expect(form.preview.getByRole("img", { name: "Reaction: 🎉" })).toBeVisible();
  await designer.field("Emoji").fill("hooray");
  await expect(designer.inspector).toContainText("Emoji must be one emoji");

  await form.choose("Read mark");
  await expect(form.preview).toContainText("“typing…” is shown");
  await designer.inspector.getByLabel("Wait For").selectOption("Read");
  await expect(designer.inspector).toContainText("Wait For must be None, because no receipt ever comes");
});

test("what few need stands behind words that open it, and problems in it are told there", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  await form.begin("Delivery");
  await designer.field("Message").fill("Hello");
  await expect(designer.field("Destination")).toBeHidden();
  await designer.inspector.getByText("Delivery", { exact: true }).click();
  await designer.inspector.getByLabel("Destination type").selectOption("Customer ID");
  await designer.field("Destination").fill("C-17");
  await designer.inspector.getByLabel("Expiry").selectOption("At a time (as Webex Connect writes it)");
  await designer.field("Time in UTC").fill("2026-24-12 06:00:00 PM");
  await designer.inspector.getByText("Reports", { exact: true }).click();
  await designer.field("Notify URL").fill("not a link");
  await designer.field("Correlation ID").fill("order-17");
  await designer.inspector.getByText("Identity", { exact: true }).click();
  await designer.field("Identity key hash").fill("$(trustedHash)");
  const { config } = (await designer.document()).nodes.find(({ type }) => type === "whatsapp") ?? { config: {} };
  expect(config).toMatchObject({
    destinationType: "customerId",
    destination: "C-17",
    expiry: { type: "utc", at: "2026-24-12 06:00:00 PM", format: "webex" },
    notifyUrl: "not a link",
    correlationId: "order-17",
    identityKeyHash: "$(trustedHash)",
  });
  const reports = designer.inspector.locator("summary", { hasText: "Reports" });
  await expect(reports).toContainText("1 problem");
  await expect(designer.inspector).toContainText("Notify URL is no valid URL");

  // What is folded away opens when one of its problems is looked at.
  await reports.click();
  await expect(designer.field("Notify URL")).toBeHidden();
  await page.getByRole("button", { name: /^\d+ problems?:/ }).click();
  await page.getByRole("button", { name: /Notify URL is no valid URL/ }).click();
  await expect(designer.field("Notify URL")).toBeFocused();
});

test("a message of right-to-left words and one in dark are shown as a phone shows them", async ({ designer }) => {
  const form = new MessageForm(designer);
  await form.begin("Arabic");
  await designer.field("Message").fill("مرحبا *بكم* في المكتبة");
  const line = form.preview.locator("p[dir=auto]").first();
  await expect(line).toHaveCSS("direction", "rtl");
  const light = await form.preview.screenshot();
  await form.preview.getByRole("button", { name: "Dark preview" }).click();
  await expect(form.preview).toHaveAttribute("data-scheme", "dark");
  expect(Buffer.compare(light, await form.preview.screenshot())).not.toBe(0);
});
