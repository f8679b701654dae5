import type { OwnWorld } from "@parley/testing/processes";
import { expect, test } from "./designer.ts";
import { makeLive } from "./make-live.ts";
import { MessageForm } from "./message.ts";
import { PagePhone } from "./phone.ts";
import { askServer } from "./shop.ts";

const template = {
  name: "order_shipped",
  language: "en",
  category: "utility",
  header: { type: "text", text: "Order {{1}}", example: "1001" },
  body: "Hi {{1}}, your order *{{2}}* has left. Do you need help?",
  bodyExamples: ["Ada", "1001"],
  footer: "Juniper Books",
  buttons: [
    { type: "quick-reply", text: "Yes please" },
    { type: "quick-reply", text: "No" },
    { type: "url", text: "Track it", url: "https://example.com/t/{{1}}", example: "https://example.com/t/1" },
  ],
};

/** Has WhatsApp approve the template for the server's own number. */
async function approve(world: OwnWorld): Promise<void> {
  const { apps } = await askServer<{ apps: { id: string }[] }>(world, "GET", "/api/apps");
  const path = `/api/apps/${apps[0]?.id}/templates`;
  await askServer(world, "PUT", `${path}/order_shipped/en`, { template });
  await askServer(world, "POST", `${path}/order_shipped/en/submit`, {});
  const statuses = async () => {
    const { templates } = await askServer<{ templates: { status: string }[] }>(world, "GET", path);
    return templates.map(({ status }) => status);
  };
  await expect.poll(statuses).toEqual(["approved"]);
}

test("without templates the form leads to where they are written, and takes one by its name", async ({ designer }) => {
  const form = new MessageForm(designer);
  await form.begin("By name");
  await form.choose("Template");
  await expect(designer.inspector).toContainText("There are no templates yet.");
  await expect(designer.inspector.getByRole("link", { name: "Go to the templates" })).toHaveAttribute(
    "href",
    "/templates",
  );
  await designer.field("Template name").fill("order_$(kind)");
  await form.button("Add value").click();
  await form.field(form.item("Value 1"), "{{1}}").fill("17");
  await form.expectDrawn({ type: "template", name: "order_$(kind)", body: [{ type: "text", text: "17" }] });
});

test("an approved template is chosen, its values are asked for, and what is pressed comes back on the phone", async ({
  designer,
  page,
  world,
}) => {
  await askServer(world, "POST", "/api/flows/order-status/pause", {});
  await approve(world);
  const form = new MessageForm(designer);
  await form.begin("Shipping");
  await form.choose("Template");
  await designer.inspector.getByRole("combobox", { name: "Template", exact: true }).selectOption("order_shipped (en)");
  await designer.field("Value in the header").fill("17");
  await designer.field("{{1}}").fill("$(whatsapp.username)");
  await designer.inspector.getByRole("group", { name: "{{2}}" }).getByLabel("Type").selectOption("Currency");
  await designer.field("Text for {{2}}").fill("€9.99");
  await designer.field("Currency code").fill("EUR");
  await designer.field("Amount × 1000").fill("9990");
  await designer.field("Payload of “Yes please”").fill("help");
  await designer.field("End of the link of “Track it”").fill("17");
  await expect(form.preview).toContainText("Order 17");
  await expect(form.preview).toContainText("your order €9.99 has left");
  await expect(form.preview).toContainText("Juniper Books");
  await expect(form.preview.getByRole("list", { name: "Buttons" }).getByRole("listitem")).toHaveText([
    "Yes please",
    "No",
    "Track it",
  ]);
  await form.expectDrawn({
    name: "order_shipped",
    language: "en",
    header: { type: "text", parameter: { text: "17" } },
    body: [{ text: "$(whatsapp.username)" }, { type: "currency", code: "EUR", amount1000: "9990", fallback: "€9.99" }],
    buttons: [
      { type: "quick-reply", index: 0, payload: "help" },
      { type: "quick-reply", index: 1, payload: "" },
      { type: "url", index: 2, suffix: "17" },
    ],
  });

  // The preview's phone shows it in the template's words, and so does the live one.
  await page.locator('[data-palette="receive"]').click();
  await designer.inspector
    .getByRole("combobox", { name: "Event", exact: true })
    .selectOption("Postback (template button)");
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("You pressed $(whatsapp.buttonPayload).");
  await page.locator('[data-palette="end"]').click();
  const phone = new PagePhone(page);
  await phone.open("Preview");
  await phone.write("hi");
  await phone.expectLast("your order €9.99 has left");
  await phone.press("Yes please");
  await phone.expectLast("You pressed help.");

  await makeLive(designer, "With a template", 1);
  await phone.open("Live");
  await phone.write("hi");
  await phone.expectLast("your order €9.99 has left");
  await expect(phone.messages.last()).toContainText("Order 17");
  await expect(phone.messages.last().getByRole("link", { name: "Track it" })).toHaveAttribute(
    "href",
    "https://example.com/t/17",
  );
  await phone.press("No");
  await phone.expectLast("You pressed No.");
});
