import type { Page } from "@playwright/test";
import { expect, test } from "./designer.ts";
import { askServer } from "./shop.ts";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const exampleNumber = "100000000000001";

test("who writes is found as one types, with an open window, consent with evidence and a way to their conversation", async ({
  designer,
  page,
  world,
}) => {
  await world.control.changePhone("31687654321", { name: "Ada Lovelace" });
  await world.control.write("31687654321", { phoneNumberId: exampleNumber, content: { type: "text", text: "hello" } });
  await page.goto(`${world.url}/contacts`);
  await page.getByRole("searchbox", { name: "Search contacts" }).pressSequentially("lovel");
  await page.getByRole("link", { name: "Ada Lovelace" }).click();

  const thread = page.getByRole("article", { name: "+15550783881" });
  await expect(thread).toContainText("Open, closes in 23 h 59 min");
  await expect(thread).toContainText("Not recorded");
  await thread.getByRole("button", { name: /Record an opt-in/ }).click();
  const recording = dialog(page, "Record an opt-in or opt-out");
  await recording.getByRole("button", { name: "Record", exact: true }).click();
  await expect(recording).toContainText("is empty; say what shows that the person said so");
  await recording.getByLabel("What shows it").fill("https://juniper.example.com/account");
  await recording.getByRole("button", { name: "Record", exact: true }).click();
  await expect(thread).toContainText("Opted in");
  await expect(thread).toContainText("recorded here");
  await expect(thread).toContainText("https://juniper.example.com/account");

  await thread.getByRole("link", { name: "Order status, version 1" }).click();
  await page.waitForURL(/\/flows\/order-status\?.*trace=/);
  await expect(designer.edge("n2", "onBegin").locator("[data-taken]").first()).toBeAttached();

  await world.control.write("31687654321", { phoneNumberId: exampleNumber, content: { type: "text", text: "Stop!" } });
  await page.goBack();
  await expect(thread).toContainText("Opted out");
  await expect(thread).toContainText("by a message");
  await expect(thread.getByRole("blockquote")).toContainText("Stop!");
});

test.describe("making contacts", () => {
  // That another has the number already is what this journey is told; what is forgotten is looked for once more.
  test.use({ expectedErrors: /status of (409|404)/ });

  test("a contact is made, told apart from others, given fields, and forgotten", async ({ page, world }) => {
    await askServer(world, "POST", "/api/contacts", { waId: "31612345678", name: "Grace Hopper" });
    await page.goto(`${world.url}/contacts`);
    await page.getByRole("button", { name: "New contact" }).click();
    const making = dialog(page, "New contact");
    await making.getByRole("button", { name: "Create" }).click();
    await expect(making).toContainText("Give a phone number, a user id or a customer id");
    await making.getByLabel("Phone number").fill("call me");
    await expect(making).toContainText("Phone number must be a phone number with its country code");
    await making.getByLabel("Phone number").fill("+31 6 1234 5678");
    await making.getByRole("button", { name: "Create" }).click();
    await expect(making.getByRole("alert")).toBeVisible();
    await making.getByLabel("Phone number").fill("+31 6 8765 4321");
    await making.getByLabel("Name").fill("Ada");
    await making.getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("heading", { name: "Ada", level: 1 })).toBeVisible();
    await expect(page.getByText("has not written to any of your numbers")).toBeVisible();

    await page.getByRole("button", { name: "Add a field" }).click();
    const first = page.getByRole("group", { name: "field 1", exact: true });
    await first.getByRole("textbox", { name: "Name" }).fill("city");
    const city = page.getByRole("group", { name: "city", exact: true });
    await city.getByRole("textbox", { name: "Value" }).fill("Bath");
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.getByRole("group", { name: "field 2", exact: true }).getByRole("textbox", { name: "Name" }).fill("2nd");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Name must be letters, digits and _, and begin with a letter or _.")).toBeVisible();
    await page.getByRole("button", { name: "Remove the field 2nd" }).click();
    await field(page, "Customer id").fill("customer-17");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(city.getByRole("textbox", { name: "Value" })).toHaveValue("Bath");
    await city.getByRole("textbox", { name: "Name" }).fill("town");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
    const stored = async () =>
      (await askServer<{ contacts: unknown[] }>(world, "GET", "/api/contacts?text=customer-17")).contacts;
    await expect
      .poll(stored)
      .toMatchObject([{ waId: "31687654321", customerId: "customer-17", fields: { town: "Bath" } }]);

    await page.getByRole("button", { name: "Delete contact" }).click();
    await dialog(page, "Delete “Ada”?").getByRole("button", { name: "Delete contact" }).click();
    await expect(page.getByRole("link", { name: "Grace Hopper" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Ada" })).toHaveCount(0);
  });
});

test("many contacts come page by page, and what finds none says so", async ({ page, world }) => {
  for (let index = 0; index < 55; index++)
    await askServer(world, "POST", "/api/contacts", { customerId: `customer-${index}`, name: `Person ${index}` });
  await page.goto(`${world.url}/contacts`);
  const rows = page.getByRole("table", { name: "Contacts" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(56);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search contacts" }).fill("nobody");
  await expect(page.getByText("No contact has “nobody” in its name, number or ids.")).toBeVisible();
  await page.getByRole("button", { name: "Show all contacts" }).click();
  await expect(rows).toHaveCount(56);
});
