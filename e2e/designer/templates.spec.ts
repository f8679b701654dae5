import type { Page } from "@playwright/test";
import { expect, test } from "./designer.ts";
import { askServer, connectShop } from "./shop.ts";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const preview = (page: Page) => page.getByRole("region", { name: "Preview" });

async function begin(page: Page, name: string, category = "Utility"): Promise<void> {
  await page.getByRole("button", { name: "New template" }).click();
  const beginning = dialog(page, "New template");
  await beginning.getByLabel("Name").fill(name);
  await beginning.getByRole("radio", { name: category }).check();
  await beginning.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("a template is written with Meta's rules in sight, submitted, and approved", async ({ page, world }) => {
  const appId = await connectShop(world);
  await page.goto(`${world.url}/templates?app=${appId}`);
  await begin(page, "Order shipped!");
  await expect(page.getByRole("heading", { name: "order_shipped", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByText("Body is empty; write the text.").first()).toBeVisible();
  await field(page, "Body").fill("Hello ");
  await page.getByRole("button", { name: "Add a placeholder", exact: true }).click();
  await expect(field(page, "Body")).toHaveValue("Hello {{1}}");
  await expect(field(page, "Body")).toBeFocused();
  await page.keyboard.type(", your order is on its way.");
  await expect(page.getByText("Give a sample, such as a name or an order number.")).toBeVisible();
  await field(page, "Sample for {{1}}").fill("Ada");
  await expect(preview(page)).toContainText("Hello Ada, your order is on its way.");

  await page.getByRole("combobox", { name: "Header" }).selectOption("Text");
  await field(page, "Header text").fill("x".repeat(61));
  await expect(page.getByText("Header text is 61 characters long; WhatsApp takes at most 60.").first()).toBeVisible();
  await field(page, "Header text").fill("Your order");
  await field(page, "Footer").fill("Juniper Books");
  await page.getByRole("button", { name: "Add a button" }).click();
  const button = page.getByRole("group", { name: "button 1", exact: true });
  await button.getByRole("combobox", { name: "Kind" }).selectOption("Website");
  await button.getByRole("textbox", { name: "Text" }).fill("Follow it");
  await button.getByRole("textbox", { name: "Link" }).fill("https://example.com/");
  await button.getByRole("button", { name: "Add a placeholder to the link of button 1" }).click();
  await button.getByRole("textbox", { name: "Whole link as a sample" }).fill("https://example.com/a-17");
  await page.getByRole("button", { name: "Add a button" }).click();
  await page
    .getByRole("group", { name: "button 2", exact: true })
    .getByRole("textbox", { name: "Text" })
    .fill("Thanks");
  await page.getByRole("button", { name: "Move button 2 up" }).click();
  await expect(button.getByRole("textbox", { name: "Text" })).toHaveValue("Thanks");
  await expect(page.getByText("It follows Meta's rules, and can be submitted.")).toBeVisible();

  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await page.reload();
  await expect(field(page, "Footer")).toHaveValue("Juniper Books");
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByText("Waiting for approval")).toBeVisible();
  await expect(field(page, "Body")).toBeDisabled();
  await expect(page.getByRole("main").getByText("Approved", { exact: true })).toBeVisible();

  const { templates } = await askServer<{ templates: unknown[] }>(world, "GET", `/api/apps/${appId}/templates`);
  expect(templates).toMatchObject([
    {
      status: "approved",
      template: {
        name: "order_shipped",
        language: "en",
        bodyExamples: ["Ada"],
        buttons: [
          { type: "quick-reply", text: "Thanks" },
          { type: "url", url: "https://example.com/{{1}}" },
        ],
      },
    },
  ]);
});

test("a rejected template says why; it is duplicated for another language, found and deleted", async ({
  page,
  world,
}) => {
  const appId = await connectShop(world);
  await page.goto(`${world.url}/templates?app=${appId}`);
  await begin(page, "please_reject", "Marketing");
  await field(page, "Body").fill("New books every week.");
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByRole("main").getByText("Rejected", { exact: true })).toBeVisible();
  await expect(page.getByText(/WhatsApp says: .*reject/i)).toBeVisible();

  await page.getByRole("button", { name: "Duplicate…" }).click();
  const duplicating = dialog(page, /Duplicate “please_reject”/);
  await duplicating.getByRole("combobox", { name: "Language" }).selectOption("en");
  await duplicating.getByRole("button", { name: "Create" }).click();
  await expect(duplicating).toContainText("there is a template with this name and language already");
  await duplicating.getByRole("combobox", { name: "Language" }).selectOption("nl");
  await duplicating.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Dutch, nl · Juniper shop")).toBeVisible();
  await expect(field(page, "Body")).toHaveValue("New books every week.");
  await field(page, "Body").fill("Elke week nieuwe boeken.");
  await page.getByRole("link", { name: "Templates" }).first().click();
  await dialog(page, "Leave without saving?").getByRole("button", { name: "Stay here" }).click();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();

  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Templates" }).click();
  await page.getByRole("combobox", { name: "Number" }).selectOption("Juniper shop");
  const rows = page.getByRole("table", { name: "Templates" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Search templates" }).fill("boeken");
  await expect(rows).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search templates" }).fill("");
  await page.getByRole("combobox", { name: "Status" }).selectOption("Rejected");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText("English, en");
  await rows.last().getByRole("link").click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await dialog(page, /Delete “please_reject” in English/)
    .getByRole("button", { name: "Delete" })
    .click();
  await expect(page.getByText("“please_reject” is deleted.")).toBeVisible();
  await expect(rows).toHaveCount(2);
});

test("what WhatsApp has already is fetched by a sync; a one-time password has a form of its own", async ({
  page,
  world,
}) => {
  const appId = await connectShop(world);
  const elsewhere = { name: "made_elsewhere", language: "en", category: "utility", body: "Made in Meta's own editor." };
  const response = await fetch(`${world.simulatorUrl}/control/templates`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ phoneNumberId: "106540352242923", template: elsewhere }),
  });
  expect(response.status).toBe(200);
  await page.goto(`${world.url}/templates?app=${appId}`);
  await expect(page.getByText("No templates yet")).toBeVisible();
  await page.getByRole("button", { name: "Sync with WhatsApp" }).click();
  await expect(page.getByText("1 added.")).toBeVisible();
  await expect(page.getByRole("row", { name: /made_elsewhere/ })).toContainText("Approved");

  await begin(page, "login_code", "Authentication");
  await expect(field(page, "Body")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Say that the code is not to be shared" }).check();
  await field(page, "The code expires after, in minutes").fill("10");
  await page.getByRole("radio", { name: "A tap fills it in (Android)" }).check();
  await expect(preview(page)).toContainText("This code expires in 10 minutes.");
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(
    page.getByText("Android package of button 1 must be the name of the Android package").first(),
  ).toBeVisible();
  await field(page, "Android package").fill("com.example.app");
  await field(page, "Signing key hash").fill("K8a/AINcGX7");
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByRole("main").getByText("Approved", { exact: true })).toBeVisible();
});
