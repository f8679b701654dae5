import type { Page } from "@playwright/test";
import { askJson } from "@parley/testing/processes";
import { expect, test } from "./designer.ts";
import { connectShop, shop } from "./shop.ts";

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test.describe("connections", () => {
  // That the connection is in use is what this journey is told.
  test.use({ expectedErrors: /status of 409/ });

  test("a connection and its number are made, tested, changed and deleted, and no secret is shown", async ({
    page,
    world,
  }) => {
    await page.goto(world.url);
    await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Apps" }).click();
    await expect(page.getByRole("region", { name: "Simulator" })).toContainText("lives in this server");

    await page.getByRole("button", { name: "New connection" }).click();
    const making = dialog(page, "New connection");
    await making.getByRole("button", { name: "Create" }).click();
    await expect(making).toContainText("Access token is empty.");
    await making.getByLabel("Name").fill("Juniper Books");
    await making.getByLabel("Access token").fill(shop.accessToken);
    await making.getByLabel("App secret").fill(shop.appSecret);
    await expect(making.getByLabel("App secret")).toHaveAttribute("type", "password");
    await making.getByLabel("WhatsApp business account id").fill(shop.businessAccountId);
    await making.getByText("Advanced").click();
    await making.getByLabel("Base URL").fill(world.simulatorUrl);
    await making.getByRole("button", { name: "Create" }).click();

    await expect(page.getByRole("heading", { name: "Juniper Books", level: 1 })).toBeVisible();
    await expect(page.getByText(/127\.0\.0\.1 is this machine alone/)).toBeVisible();
    const webhookUrl = await field(page, "Webhook URL").inputValue();
    const verifyToken = await field(page, "Verify token").inputValue();
    await world.control.putNumber({ ...shop, webhookUrl, verifyToken });
    expect(await world.control.verify(shop.phoneNumberId)).toMatchObject({ isVerified: true });

    await page.getByRole("button", { name: "Add a number" }).click();
    const adding = dialog(page, /Add a number/);
    await adding.getByLabel("Phone number id").fill(shop.phoneNumberId);
    await adding.getByRole("textbox", { name: "Phone number", exact: true }).fill("31 6 1234 5678");
    await adding.getByLabel("Name").fill("Juniper shop");
    await adding.getByRole("button", { name: "Add" }).click();
    await expect(page.getByRole("heading", { name: "Juniper shop", level: 1 })).toBeVisible();
    await expect(field(page, "Phone number")).toHaveValue(shop.displayPhoneNumber);

    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText("All is well.")).toBeVisible();

    await page.getByRole("radio", { name: "Observe" }).check();
    await field(page, "Words that opt out").fill("afmelden");
    await field(page, "Words that opt out").press("Enter");
    await field(page, "Messages per second").fill("0");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Messages per second must be a number above 0 and at most 1,000.")).toBeVisible();
    await field(page, "Messages per second").fill("40");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("radio", { name: "Observe" })).toBeChecked();
    await expect(page.getByRole("list", { name: "Words that opt out" })).toContainText("afmelden");
    await expect(field(page, "Messages per second")).toHaveValue("40");

    await page.goto(`${world.url}/apps/connections/juniper-books`);
    await page.getByRole("button", { name: "Replace the app secret" }).click();
    const replacing = dialog(page, "Replace the app secret");
    await replacing.getByLabel("New app secret").fill("a newer app secret");
    await replacing.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The former app secret is still taken")).toBeVisible();
    await page.getByRole("button", { name: "Stop taking it" }).click();
    await expect(page.getByText("The former app secret is still taken")).toBeHidden();
    const shown = await page.content();
    for (const secret of [shop.accessToken, shop.appSecret, "a newer app secret"]) expect(shown).not.toContain(secret);

    await page.getByRole("button", { name: "Delete connection" }).click();
    const deleting = dialog(page, /Delete “Juniper Books”/);
    await deleting.getByRole("button", { name: "Delete connection" }).click();
    await expect(deleting.getByRole("alert")).toBeVisible();
    await deleting.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Juniper shop" }).click();
    await page.getByRole("button", { name: "Delete app" }).click();
    await dialog(page, /Delete “Juniper shop”/)
      .getByRole("button", { name: "Delete app" })
      .click();
    await expect(page.getByRole("heading", { name: "Apps", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "Manage Juniper Books" }).click();
    await page.getByRole("button", { name: "Delete connection" }).click();
    await deleting.getByRole("button", { name: "Delete connection" }).click();
    await expect(page.getByRole("heading", { name: "Apps", level: 1 })).toBeVisible();
    await expect(page.getByRole("region", { name: "Juniper Books" })).toHaveCount(0);
  });
});

test("what is typed and not saved is not lost by a click", async ({ page, world }) => {
  await page.goto(`${world.url}/apps/example`);
  await field(page, "Name").fill("The example");
  const leaving = dialog(page, "Leave without saving?");
  await page.getByRole("link", { name: "Contacts" }).click();
  await leaving.getByRole("button", { name: "Stay here" }).click();
  await expect(field(page, "Name")).toHaveValue("The example");
  await page.getByRole("tab", { name: "Business profile" }).click();
  await leaving.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page.getByRole("heading", { name: "Business profile" })).toBeVisible();
  await page.getByRole("tab", { name: "Settings" }).click();
  await expect(field(page, "Name")).toHaveValue("");
});

test("a business profile is written with its limits in sight, and WhatsApp keeps it", async ({ page, world }) => {
  const appId = await connectShop(world);
  await page.goto(`${world.url}/apps/${appId}?tab=profile`);
  await field(page, "About").fill("x".repeat(140));
  await field(page, "Website 1").fill("juniper.example.com");
  await expect(page.getByText("140 / 139")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/About is 140 characters long/)).toBeVisible();
  await expect(page.getByText("Website 1 must be a link that begins with https:// or http://.")).toBeVisible();

  await field(page, "About").fill("Books, and tea");
  await field(page, "Website 1").fill("https://juniper.example.com");
  await page.getByRole("combobox", { name: "Industry" }).selectOption({ label: "Shopping and retail" });
  const preview = page.getByRole("group", { name: "The profile as WhatsApp shows it" });
  await expect(preview).toContainText("Books, and tea");
  await expect(preview).toContainText("Shopping and retail");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The profile is saved.")).toBeVisible();
  await page.reload();
  await expect(field(page, "About")).toHaveValue("Books, and tea");
});

test("people are led to a number by a link, a QR code and a button of one's own website", async ({
  page,
  context,
  world,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => page.evaluate<string>("navigator.clipboard.readText()");
  const appId = await connectShop(world);
  await page.goto(`${world.url}/apps/${appId}?tab=link`);
  await field(page, "Text to begin with").fill("Hi & hello");
  const link = "https://wa.me/31612345678?text=Hi%20%26%20hello";
  await expect(field(page, "Link")).toHaveValue(link);
  await page.getByRole("button", { name: "Copy Link" }).click();
  expect(await clipboard()).toBe(link);
  await expect(page.getByRole("img", { name: `QR code of ${link}` })).toBeVisible();
  for (const kind of ["SVG", "PNG"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${kind}` }).click();
    expect((await saved).suggestedFilename()).toBe(`wa-me-31612345678.${kind.toLowerCase()}`);
  }

  await page.getByRole("tab", { name: "Message Us button" }).click();
  await field(page, "Label").fill("Ask <us>");
  await page.getByRole("combobox", { name: "Colour" }).selectOption("Teal");
  await field(page, "Corner radius").fill("50%");
  const shown = page.getByRole("group", { name: "Preview" }).getByRole("link", { name: "Ask <us>" });
  await expect(shown).toHaveAttribute("href", "https://wa.me/31612345678");
  await expect(shown).toHaveCSS("border-radius", "50%");
  await page.getByRole("button", { name: "Copy HTML" }).click();
  const snippet = await clipboard();
  expect(snippet).toContain("Ask &lt;us&gt;");
  const site = await context.newPage();
  await site.setContent(snippet);
  await expect(site.getByRole("link", { name: "Ask <us>" })).toHaveCSS("background-color", "rgb(7, 94, 84)");
});

test("an inbound webhook shows its secret once, and a renewed one voids the former", async ({ page, world }) => {
  await page.goto(`${world.url}/apps`);
  const part = page.getByRole("region", { name: "Inbound webhooks" });
  await part.getByRole("button", { name: "New webhook" }).click();
  await dialog(page, "New webhook").getByLabel("Name").fill("Shop orders");
  await dialog(page, "New webhook").getByRole("button", { name: "Create" }).click();

  const secretDialog = dialog(page, "The secret of “Shop orders”");
  const url = await secretDialog.getByRole("textbox", { name: "URL", exact: true }).inputValue();
  const first = await secretDialog.getByRole("textbox", { name: "Secret" }).inputValue();
  const call = async (key: string) =>
    (await askJson(url, { method: "POST", headers: { "x-parley-key": key }, body: {} })).status;
  expect(await call(first)).toBe(202);
  expect(await call("another")).toBe(401);
  await secretDialog.getByRole("button", { name: "I have copied it" }).click();
  await expect(part).toContainText("Shop orders");
  expect(await page.content()).not.toContain(first);

  const choose = async (item: string) => {
    await part.getByRole("button", { name: "Actions of Shop orders" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await choose("Renew secret…");
  await dialog(page, /Renew the secret/)
    .getByRole("button", { name: "Renew" })
    .click();
  const second = await secretDialog.getByRole("textbox", { name: "Secret" }).inputValue();
  expect([await call(first), await call(second)]).toEqual([401, 202]);
  await secretDialog.getByRole("button", { name: "I have copied it" }).click();
  await choose("Delete");
  await dialog(page, /Delete “Shop orders”/)
    .getByRole("button", { name: "Delete" })
    .click();
  await expect(part).toContainText("No webhook yet.");
});
