import type { Page } from "@playwright/test";
import type { OwnWorld } from "@parley/testing/processes";
import { expectNoViolation } from "./axe.ts";
import { expect, test } from "./designer.ts";
import { askServer, connectShop } from "./shop.ts";

type Shop = { readonly appId: string; readonly contactId: string };
type View = {
  readonly path: (shop: Shop) => string;
  /** What is there once the page is. */
  readonly heading: string | RegExp;
  /** How one comes to what is looked at from there. */
  readonly act?: (page: Page) => Promise<void>;
};

const openDialog = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: button }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
};

/** Every view of the areas beside flows, by its name. */
const views: Readonly<Record<string, View>> = {
  "the apps": { path: () => "/apps", heading: "Apps" },
  "the dialog of a new connection with what is wrong": {
    path: () => "/apps",
    heading: "Apps",
    act: async (page) => {
      await openDialog("New connection")(page);
      await page.getByText("Advanced").click();
      await page.getByRole("button", { name: "Create" }).click();
    },
  },
  "the dialog of a new webhook": { path: () => "/apps", heading: "Apps", act: openDialog("New webhook") },
  "a connection": { path: () => "/apps/connections/juniper-books", heading: "Juniper Books" },
  "the dialog that replaces a secret": {
    path: () => "/apps/connections/juniper-books",
    heading: "Juniper Books",
    act: openDialog("Replace the app secret"),
  },
  "the simulator's connection": { path: () => "/apps/connections/example", heading: "Simulator" },
  "an app's settings with a tested connection": {
    path: ({ appId }) => `/apps/${appId}`,
    heading: "Juniper shop",
    act: async (page) => {
      await page.getByRole("button", { name: "Test the connection" }).click();
      await expect(page.getByText("All is well.")).toBeVisible();
      await page.getByRole("textbox", { name: "Name" }).fill("Another name");
    },
  },
  "a business profile": { path: ({ appId }) => `/apps/${appId}?tab=profile`, heading: "Business profile" },
  "a link with its QR code": { path: ({ appId }) => `/apps/${appId}?tab=link`, heading: "QR code" },
  "a Message Us button": { path: ({ appId }) => `/apps/${appId}?tab=button`, heading: "Message Us button" },
  "the templates": { path: ({ appId }) => `/templates?app=${appId}`, heading: "Templates" },
  "the dialog of a new template": {
    path: ({ appId }) => `/templates?app=${appId}`,
    heading: "Templates",
    act: openDialog("New template"),
  },
  "a template with what is wrong": {
    path: ({ appId }) => `/templates/${appId}/order_shipped/en`,
    heading: "order_shipped",
    act: async (page) => {
      await page.getByRole("textbox", { name: "Body" }).fill("{{2}}");
      await page.getByRole("button", { name: "Add a button" }).click();
      await page.getByRole("button", { name: "Submit for approval" }).click();
      await expect(page.getByText(/things must be mended/)).toBeVisible();
    },
  },
  "a template for one-time passwords": {
    path: ({ appId }) => `/templates/${appId}/login_code/en`,
    heading: "login_code",
  },
  "the contacts": { path: () => "/contacts", heading: "Contacts" },
  "no contacts that are looked for": { path: () => "/contacts?q=nobody", heading: "Contacts" },
  "the dialog of a new contact": { path: () => "/contacts", heading: "Contacts", act: openDialog("New contact") },
  "a contact": { path: ({ contactId }) => `/contacts/${contactId}`, heading: "Ada Lovelace" },
  "the dialog that records an opt-in": {
    path: ({ contactId }) => `/contacts/${contactId}`,
    heading: "Ada Lovelace",
    act: openDialog("Record an opt-in"),
  },
  "the question whether to leave": {
    path: ({ contactId }) => `/contacts/${contactId}`,
    heading: "Ada Lovelace",
    act: async (page) => {
      await page.getByRole("textbox", { name: "Customer id" }).fill("customer-17");
      await page.getByRole("link", { name: "Apps" }).click();
      await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
    },
  },
};

/** A number, templates and a contact who wrote and agreed: something of everything to look at. */
async function furnish(world: OwnWorld): Promise<Shop> {
  const appId = await connectShop(world);
  const saved = async (name: string, template: object) =>
    askServer(world, "PUT", `/api/apps/${appId}/templates/${name}/en`, {
      template: { name, language: "en", body: "", ...template },
    });
  await saved("order_shipped", {
    category: "utility",
    header: { type: "image", example: "4:sample" },
    body: "Hello {{1}}, your *order* is on its way.",
    bodyExamples: ["Ada"],
    buttons: [{ type: "url", text: "Follow it", url: "https://example.com/" }],
  });
  await saved("login_code", { category: "authentication", buttons: [{ type: "otp", otpType: "one-tap" }] });
  await askServer(world, "POST", "/api/inbound-webhooks", { name: "Shop orders" });
  await world.control.changePhone("31687654321", { name: "Ada Lovelace" });
  await world.control.write("31687654321", {
    phoneNumberId: "100000000000001",
    content: { type: "text", text: "hello" },
  });
  await expect
    .poll(async () => (await askServer<{ contacts: unknown[] }>(world, "GET", "/api/contacts")).contacts)
    .toHaveLength(1);
  const { contacts } = await askServer<{ contacts: { id: string }[] }>(world, "GET", "/api/contacts");
  const contactId = contacts[0]?.id ?? "";
  const optIn = { appId: "example", status: "opted-in", evidence: "A form" };
  await askServer(world, "PUT", `/api/contacts/${contactId}/opt-in`, optIn);
  await askServer(world, "PATCH", `/api/contacts/${contactId}`, { fields: { city: "Bath" } });
  return { appId, contactId };
}

test("axe finds nothing wrong with any view of apps, templates and contacts", async ({ page, world }) => {
  test.setTimeout(240_000);
  const shop = await furnish(world);
  for (const [name, { path, heading, act }] of Object.entries(views)) {
    await test.step(name, async () => {
      await page.goto(`${world.url}${path(shop)}`);
      await expect(page.getByRole("heading", { name: heading, exact: true }).first()).toBeVisible();
      await act?.(page);
      await expectNoViolation(page);
    });
  }
});
