import { expect, test } from "./designer.ts";
import { MessageForm } from "./message.ts";
import { PagePhone } from "./phone.ts";

test("a Receive waits for a button and for words, each with its way, and the preview takes both", async ({
  designer,
  page,
}) => {
  const form = new MessageForm(designer);
  await form.begin("Two events");
  await form.choose("Reply buttons");
  await designer.field("Message").fill("Shall we keep it?");
  await form.field(form.item("Button 1"), "Title").fill("Yes");
  await page.locator('[data-palette="receive"]').click();
  const receive = designer.inspector;
  await receive.getByRole("combobox", { name: "Event", exact: true }).selectOption("Reply button");
  await form.button("Add event").click();
  const second = form.item(/^Event 2/);
  await expect(second.getByRole("combobox", { name: "Event", exact: true })).toHaveValue("whatsapp.mo");
  await form.field(second, "Name of the outcome").fill("No thanks");
  await second.getByText("Only if…").click();
  await second.getByLabel("Keywords").fill("no");
  await page.keyboard.press("Enter");
  await page.keyboard.type("never,");
  await expect(second.getByRole("list", { name: "Keywords" }).getByRole("listitem")).toHaveText(["no", "never"]);
  await second.getByRole("button", { name: "Remove never" }).click();
  await form.field(second, "Pattern").fill("^[Nn]o");
  await second.getByLabel("Try the pattern").fill("Yes");
  await expect(second).toContainText("It does not match.");
  await second.getByLabel("Try the pattern").fill("No, thank you");
  await expect(second).toContainText("It matches.");
  await form.field(second, "Pattern").fill("(");
  await expect(second).toContainText("The pattern is no regular expression yet.");
  await expect(second).toContainText("1 problem");
  await form.field(second, "Pattern").fill("");
  await second.getByLabel("Text", { exact: true }).check();
  await designer.field("Timeout").fill("600");
  const drawn = (await designer.document()).nodes.find(({ type }) => type === "receive");
  expect(drawn?.config).toEqual({
    events: [
      { type: "whatsapp.reply" },
      { type: "whatsapp.mo", outcome: "No thanks", keywords: ["no"], media: ["text"] },
    ],
    timeoutSeconds: 600,
  });
  await expect(designer.card(drawn?.id ?? "")).toContainText("Waits for a quick reply or “No thanks”");

  // Each way leads to words of its own.
  for (const [outcome, words] of [
    ["Quick reply", "Good: $(whatsapp.replyButtonTitle)."],
    ["No thanks", "Pity: $(receive.message)."],
  ] as const) {
    await designer.command(drawn?.id ?? "");
    // The choices are made when the list is looked at.
    await receive.getByLabel(`${outcome} leads to`).focus();
    await receive.getByLabel(`${outcome} leads to`).selectOption("new whatsapp");
    const added = (await designer.document()).nodes.at(-1);
    await designer.command(`${added?.id}`);
    await designer.field("Message").fill(words);
    await page.locator('[data-palette="end"]').click();
  }
  await designer.command(drawn?.id ?? "");
  await receive.getByLabel("Timeout leads to").focus();
  await receive.getByLabel("Timeout leads to").selectOption("end incomplete");
  const phone = new PagePhone(page);
  await phone.open("Preview");
  await phone.write("hi");
  await phone.expectLast("Shall we keep it?");
  await phone.press("Yes");
  await phone.expectLast("Good: Yes.");
  await phone.panel.getByRole("button", { name: "Begin anew" }).click();
  await phone.write("hi");
  await phone.expectLast("Shall we keep it?");
  await phone.write("NO");
  await phone.expectLast("Pity: NO.");
});

test("a Receive waits for a custom event with a resume key, and says how to tell of it", async ({ designer, page }) => {
  await designer.create("Payment");
  await page.locator('[data-palette="receive"]').click();
  const receive = designer.inspector;
  await receive.getByRole("combobox", { name: "Event", exact: true }).selectOption("Custom event");
  await expect(receive).toContainText("Name of the event must begin with a letter");
  await designer.field("Name of the event").fill("payment.done");
  await designer.field("Parameter").fill("orderId");
  await designer.field("Value").fill("$(orderId)");
  await receive.getByText("How to tell of it").click();
  await expect(receive.locator("pre")).toContainText(`-d '{"event":"payment.done","parameters":{"orderId":"…"}}'`);
  const drawn = (await designer.document()).nodes.find(({ type }) => type === "receive");
  expect(drawn?.config).toMatchObject({
    events: [{ type: "custom-event", event: "payment.done", match: [{ key: "orderId", value: "$(orderId)" }] }],
  });
  // What it brings is offered to the nodes behind it.
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").click();
  await page.keyboard.type("Paid: $(customEvent.or");
  await page.getByRole("option", { name: /^customEvent\.orderId/ }).click();
  await expect(designer.field("Message")).toHaveText("Paid: $(customEvent.orderId)");
});
