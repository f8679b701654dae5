import { expect, test } from "./designer.ts";
import { makeLive } from "./make-live.ts";
import { MessageForm } from "./message.ts";
import { PagePhone } from "./phone.ts";
import { askServer } from "./shop.ts";

test("a row of a list is chosen, and files and places are sent, on the live phone", async ({
  designer,
  page,
  world,
}) => {
  await askServer(world, "POST", "/api/flows/order-status/pause", {});
  const form = new MessageForm(designer);
  await form.begin("Chosen");
  await form.choose("List message");
  await designer.field("Message").fill("Which one?");
  await designer.field("List button").fill("Choose");
  await form.field(form.item(/^Row 1/), "Title").fill("Track my order");
  await form.field(form.item(/^Row 1/), "Description").fill("Where is it now?");
  await page.locator('[data-palette="receive"]').click();
  await designer.inspector.getByRole("combobox", { name: "Event", exact: true }).selectOption("List message (choice)");
  await page.locator('[data-palette="whatsapp"]').click();
  await form.choose("Location request");
  await designer.field("Message").fill("$(whatsapp.listRowIdentifier): where shall it go?");
  await page.locator('[data-palette="receive"]').click();
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("To $(whatsapp.locationLatitude), $(whatsapp.locationName). A photo?");
  await page.locator('[data-palette="receive"]').click();
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("Got $(whatsapp.attachmentType): $(whatsapp.caption).");
  await page.locator('[data-palette="end"]').click();
  await makeLive(designer, "With a list", 1);

  const phone = new PagePhone(page);
  await phone.open("Live");
  await phone.write("hi");
  await phone.expectLast("Which one?");
  await phone.messages.last().getByRole("button", { name: "Choose" }).click();
  await phone.messages
    .last()
    .getByRole("button", { name: /Track my order/ })
    .click();
  await phone.expectLast("track_my_order: where shall it go?");
  // What was chosen answers the message that it was chosen in.
  await expect(phone.messages.nth(2)).toContainText("Which one?");
  await expect(phone.messages.nth(2)).toContainText("Track my order");

  await phone.press("Send location");
  const dialog = page.getByRole("dialog", { name: "Send a location" });
  await dialog.getByLabel("Place", { exact: true }).fill("nowhere");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toContainText("There is no place in it");
  await dialog.getByLabel("Place", { exact: true }).fill("52.3731, 4.8926");
  await dialog.getByLabel("Name of the place").fill("Dam");
  await dialog.getByRole("button", { name: "Send" }).click();
  await phone.expectLast("To 52.3731, Dam. A photo?");

  await phone.panel.getByRole("button", { name: "Attach" }).click();
  await page.getByRole("menuitem", { name: "Photo, video or audio" }).click();
  const sending = page.getByRole("dialog", { name: "Send a file" });
  await sending.getByLabel("Caption").fill("My door");
  await sending.getByRole("button", { name: "Send" }).click();
  await phone.expectLast("Got image: My door.");
});
