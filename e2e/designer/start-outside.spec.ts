import { askJson } from "@parley/testing/processes";
import { expect, test } from "./designer.ts";
import { makeLive } from "./make-live.ts";
import { PagePhone } from "./phone.ts";
import { askServer } from "./shop.ts";

const sample = { order: { id: 17, items: [{ sku: "A-1" }] }, customer: { "full name": "Ada", phone: "15550100001" } };

test("a webhook is made where the flow is drawn, its fields are picked from a sample, and a call begins a conversation", async ({
  designer,
  page,
  world,
}) => {
  await askServer(world, "POST", "/api/flows/order-status/pause", {});
  await designer.create("Shipping");
  const [start] = (await designer.document()).nodes;
  await designer.select(start?.id ?? "");
  const panel = designer.inspector;
  await panel.getByLabel("Starts with").selectOption("Webhook");
  await expect(panel).toContainText("Webhook is empty; choose an inbound webhook or make one");
  await panel.getByRole("button", { name: "New webhook" }).click();
  await expect(panel.getByLabel("Name of the webhook")).toBeFocused();
  await page.keyboard.type("Shop orders");
  await page.keyboard.press("Enter");
  const secret = panel.getByRole("textbox", { name: "Secret" });
  await expect(secret).not.toHaveValue("");
  const [url, key] = [await panel.getByRole("textbox", { name: "URL" }).inputValue(), await secret.inputValue()];
  expect(url).toMatch(new RegExp(`^${world.url}/webhooks/in/[a-z0-9]+$`));
  await panel.getByRole("button", { name: "I have copied it" }).click();
  await expect(secret).toBeHidden();

  await panel.getByText("Pick fields from a sample").click();
  await panel.getByLabel("Sample of a body, in JSON").fill("{ not JSON");
  await expect(panel).toContainText("This is no JSON object or list.");
  await panel.getByLabel("Sample of a body, in JSON").fill(JSON.stringify(sample));
  await panel.getByRole("button", { name: "Add field order.id: 17" }).click();
  await panel.getByRole("button", { name: "Add field order.items[0].sku: A-1" }).click();
  await panel.getByRole("button", { name: "Add field customer.phone: 15550100001" }).click();
  await expect(panel.getByRole("button", { name: "Add field order.id: 17" })).toBeDisabled();
  await expect(panel).toContainText("Read as $(inboundWebhook.sku)");
  await designer.field("Contact").fill("$(inboundWebhook.phone)");
  expect((await designer.document()).nodes[0]?.config).toMatchObject({
    trigger: {
      type: "webhook",
      fields: [
        { name: "id", path: "order.id" },
        { name: "sku", path: "order.items[0].sku" },
        { name: "phone", path: "customer.phone" },
      ],
      contact: "$(inboundWebhook.phone)",
    },
  });
  await expect(designer.card(start?.id ?? "")).toContainText("When a call of a webhook comes");

  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("Order $(inboundWebhook.id) with $(inboundWebhook.sku) is on its way.");
  await page.locator('[data-palette="end"]').click();
  await makeLive(designer, "By webhook", 1);
  const phone = new PagePhone(page);
  await phone.open("Live");
  // The session window is open once the contact has written.
  await phone.write("hello");
  await expect(phone.messages).toHaveCount(1);
  await expect
    .poll(async () => (await askServer<{ eventsTaken: number }>(world, "GET", "/api/status")).eventsTaken)
    .toBeGreaterThan(0);
  const call = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-parley-key": key },
    body: JSON.stringify(sample),
  });
  expect(await call.json()).toMatchObject({ started: 1 });
  await phone.expectLast("Order 17 with A-1 is on its way.");
});

test("a custom event begins a conversation as its line for the terminal says", async ({ designer, page, world }) => {
  await designer.create("Event");
  const [start] = (await designer.document()).nodes;
  await designer.select(start?.id ?? "");
  const panel = designer.inspector;
  await panel.getByLabel("Starts with").selectOption("Custom event");
  await designer.field("Name of the event").fill("order.created");
  await designer.field("Contact").fill("$(customEvent.phone)");
  await panel.getByText("How to tell of it").click();
  const line = await panel.locator("pre").innerText();
  expect(line).toContain(`curl -X POST '${world.url}/api/events'`);
  const told = JSON.parse(/-d '(.*)'/.exec(line)?.[1] ?? "") as unknown;
  expect(told).toEqual({ event: "order.created", parameters: { phone: "31612345678" } });
  await page.locator('[data-palette="end"]').click();
  await makeLive(designer, "By an event", 1);
  const { body } = await askJson(`${world.url}/api/events`, { method: "POST", body: told });
  expect(body).toMatchObject({ code: "1002", started: 1 });
});

test("what begins a flow is a choice, and a message by an advertisement is one", async ({ designer, page }) => {
  await designer.create("Advertised");
  const [start] = (await designer.document()).nodes;
  await designer.select(start?.id ?? "");
  await designer.inspector.getByLabel("Starts with").selectOption("Came by an advertisement");
  await page.locator('[data-palette="whatsapp"]').click();
  await designer.field("Message").fill("Welcome from the advertisement.");
  await page.locator('[data-palette="end"]').click();
  const phone = new PagePhone(page);
  await phone.open("Preview");
  await phone.write("hi");
  await expect(phone.panel).toContainText("No Start takes this message");
  await phone.panel.getByLabel("Comes by an advertisement").check();
  await phone.write("hi");
  await phone.expectLast("Welcome from the advertisement.");
  await expect(phone.panel.getByLabel("Comes by an advertisement")).not.toBeChecked();
});
