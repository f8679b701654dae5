import { expect, test } from "./designer.ts";
import { Keyboard } from "./keyboard.ts";
import { MessageForm } from "./message.ts";

test("reply buttons are written with a header, get identifiers by themselves and are shown as WhatsApp shows them", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  await form.begin("Buttons");
  await form.choose("Reply buttons");
  await designer.inspector.getByLabel("Header", { exact: true }).selectOption("Photo");
  await designer.field("Link").fill("https://example.com/cover.jpg");
  await designer.field("Message").fill("Shall we *keep* it?");
  await designer.field("Footer").fill("Until Friday");
  await form.field(form.item("Button 1"), "Title").fill("Yes, please");
  await form.button("Add button").click();
  // What was added has the focus.
  await expect(form.field(form.item("Button 2"), "Title")).toBeFocused();
  await page.keyboard.type("No");
  await expect(form.preview.getByRole("list", { name: "Buttons" }).getByRole("listitem")).toHaveText([
    "Yes, please",
    "No",
  ]);
  await expect(form.preview).toContainText("cover.jpg");
  await expect(form.preview.locator("strong").filter({ hasText: "keep" })).toBeVisible();
  await expect(form.preview).toContainText("Until Friday");

  // Two of one title get identifiers of their own, and what a person writes stays.
  await form.button("Add button").click();
  await page.keyboard.type("No");
  const third = form.item("Button 3: No");
  await third.getByText("Identifier: no_2").click();
  await form.field(third, "Identifier").fill("never");
  await form.field(third, "Title").fill("Never");
  await expect(form.button("Add button")).toBeDisabled();
  await form.expectDrawn({
    type: "reply-buttons",
    header: { type: "media", media: { kind: "image", source: { type: "link", url: "https://example.com/cover.jpg" } } },
    buttons: [
      { id: "yes_please", title: "Yes, please" },
      { id: "no", title: "No" },
      { id: "never", title: "Never" },
    ],
  });

  // The order changes by keys, and the focus goes along.
  await form.field(form.item("Button 3: Never"), "Title").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(form.field(form.item("Button 2: Never"), "Title")).toBeFocused();
  await form.expectDrawn({ buttons: [{ id: "yes_please" }, { id: "never" }, { id: "no" }] });

  await form.field(form.item("Button 2: Never"), "Title").fill("A title that is far too long");
  await expect(form.item(/^Button 2/)).toContainText("28 / 20");
  await expect(form.item(/^Button 2/)).toContainText(
    "Button 2, Title is 28 characters long; WhatsApp takes at most 20.",
  );
});

test("a list is written with sections and rows, counted in all, and opened in its preview", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  await form.begin("List");
  await form.choose("List message");
  await designer.field("Header").fill("Menu");
  await designer.field("Message").fill("What would you like?");
  await designer.field("List button").fill("Choose");
  const first = form.item(/^Section 1/);
  await form.field(first, "Section title").fill("Orders");
  await form.field(first, "Title").fill("Track my order");
  await form.field(first, "Description").fill("Where is it now?");
  await form.button("Add row").click();
  await page.keyboard.type("Return it");
  await expect(designer.inspector).toContainText("2 of 10 rows");
  await form.button("Add section").click();
  await page.keyboard.type("Help");
  const second = form.item("Section 2: Help");
  await form.field(second, "Title").fill("An agent");
  await form.expectDrawn({
    type: "list",
    sections: [
      { title: "Orders", rows: [{ id: "track_my_order" }, { id: "return_it", title: "Return it" }] },
      { title: "Help", rows: [{ id: "an_agent", title: "An agent", description: "" }] },
    ],
  });

  await form.preview.getByRole("button", { name: "Choose" }).click();
  const sheet = form.preview.getByRole("group", { name: "Choose" });
  await expect(sheet.getByRole("listitem")).toHaveText(["Track my orderWhere is it now?", "Return it", "An agent"]);
  await expect(sheet).toContainText("Help");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  for (let row = 4; row <= 10; row++) {
    await second.getByRole("button", { name: "Add row" }).click();
    await page.keyboard.type(`Row ${row}`);
  }
  await expect(designer.inspector).toContainText("10 of 10 rows");
  await expect(second.getByRole("button", { name: "Add row" })).toBeDisabled();

  // Buttons become rows and rows buttons: one step, which is undone at once.
  await form.choose("Reply buttons");
  await form.expectDrawn({
    type: "reply-buttons",
    body: "What would you like?",
    header: { type: "text", text: "Menu" },
  });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await form.expectDrawn({ type: "list", button: "Choose", sections: [{ title: "Orders" }, { title: "Help" }] });
});

test("a person without a mouse chooses a type, writes its buttons, puts them in order and takes one away", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  const keyboard = new Keyboard(page);
  await form.begin("By keys");
  await form.typeButton.focus();
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitemcheckbox", { name: "Text", exact: true })).toBeVisible();
  await keyboard.go("ArrowDown", page.getByRole("menuitemcheckbox", { name: "Reply buttons" }));
  await keyboard.press("Enter");
  await expect(form.typeButton).toHaveAccessibleName("Message type: Reply buttons");
  await keyboard.tabTo(designer.field("Message"));
  await keyboard.type("Well?");
  await keyboard.tabTo(form.field(form.item("Button 1"), "Title"));
  await keyboard.type("Yes");
  await keyboard.tabTo(form.button("Add button"));
  await keyboard.press("Enter");
  await keyboard.type("No");
  await keyboard.press("Alt+ArrowUp");
  await form.expectDrawn({ body: "Well?", buttons: [{ title: "No" }, { title: "Yes" }] });
  await keyboard.tabTo(form.button("Remove Button 2: Yes"));
  await keyboard.press("Enter");
  await form.expectDrawn({ buttons: [{ id: "no", title: "No" }] });
  await expect(form.button("Remove Button 1: No")).toBeFocused();
});
