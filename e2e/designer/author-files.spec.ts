import { expect, test } from "./designer.ts";
import { MessageForm } from "./message.ts";

test("a file is named by its link, with what its kind takes, or uploaded to WhatsApp", async ({ designer, page }) => {
  const form = new MessageForm(designer);
  await form.begin("Files");
  await form.choose("Media");
  await designer.field("Link").fill("https://example.com/cover.gif");
  await expect(designer.inspector).toContainText("Link does not end in .jpg or .jpeg, as a link to image/jpeg must.");
  await designer.field("Link").fill("https://example.com/cover.jpg");
  await designer.field("Caption").fill("The *cover*");
  await expect(form.preview).toContainText("cover.jpg");
  await expect(form.preview.locator("strong")).toHaveText("cover");

  // Audio has no caption: it is taken away with the kind, and comes back with an undo.
  await designer.inspector.getByLabel("File type").selectOption("Audio");
  await form.expectDrawn({ kind: "audio", mimeType: "audio/aac", caption: "" });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await form.expectDrawn({ kind: "image", caption: "The *cover*" });

  await designer.inspector.getByLabel("File type").selectOption("Document");
  await designer.inspector.getByLabel("File", { exact: true }).selectOption("Uploaded");
  const choosing = page.waitForEvent("filechooser");
  await form.button("Choose a file…").click();
  const chooser = await choosing;
  await chooser.setFiles({ name: "photo.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") });
  await expect(designer.inspector).toContainText("photo.gif is not taken; choose a file that ends in .pdf,");
  await chooser.setFiles({ name: "Invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 hello") });
  await expect(designer.inspector).toContainText(/Invoice\.pdf \(14 bytes\) is uploaded\. WhatsApp keeps it until /);
  await expect(designer.field("Media ID")).not.toHaveText("");
  await expect(designer.field("File name")).toHaveText("Invoice.pdf");
  await form.expectDrawn({ kind: "document", mimeType: "application/pdf", source: { type: "upload" } });
  await expect(form.preview).toContainText("Invoice.pdf");
});

test("a place is filled in from what a map gives, and a contact card has several numbers", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  await form.begin("Places");
  await form.choose("Location");
  const paste = designer.inspector.getByLabel("Fill in from a map");
  await paste.fill("somewhere");
  await paste.press("Enter");
  await expect(designer.inspector).toContainText("There is no place in it.");
  await paste.fill("https://www.google.com/maps/place/Dam/@52.1,4.1,17z/data=!8m2!3d52.3731!4d4.8926");
  await paste.press("Enter");
  await form.expectDrawn({ type: "location", latitude: "52.3731", longitude: "4.8926" });
  await designer.field("Name of the place").fill("Juniper Books");
  await designer.field("Address").fill("Dam 1, Amsterdam");
  await expect(form.preview).toContainText("Juniper Books");
  await expect(form.preview).toContainText("Dam 1, Amsterdam");
  await designer.field("Latitude").fill("95");
  await expect(designer.inspector).toContainText("Latitude must be a number of degrees from -90 to 90.");

  await form.choose("Contact");
  const card = form.item("Contact 1");
  await form.field(card, "First name").fill("Ada");
  await form.field(form.item("Contact 1: Ada"), "Last name").fill("Byron");
  await expect(designer.field("Name as it is shown")).toHaveText("Ada Byron");
  await form.button("Add phone number").click();
  await page.keyboard.type("+44 20 7946 0000");
  await form.button("Add phone number").click();
  await page.keyboard.type("+44 20 7946 0001");
  await form.button("Add email address").click();
  await page.keyboard.type("ada@example.com");
  await expect(form.preview).toContainText("Ada Byron");
  await expect(form.preview).toContainText("+44 20 7946 0001");
  await form.expectDrawn({
    type: "contacts",
    contacts: [
      {
        name: { formattedName: "Ada Byron", firstName: "Ada", lastName: "Byron" },
        phones: [{ phone: "+44 20 7946 0000" }, { phone: "+44 20 7946 0001" }],
        emails: [{ email: "ada@example.com" }],
      },
    ],
  });
  await page.getByRole("button", { name: /^Problems: |^\d+ problems?:/ }).click();
  await expect(page.getByRole("region", { name: "Problems" })).not.toContainText("Contact 1");
});
