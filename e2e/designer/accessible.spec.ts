import { expectNoViolation } from "./axe.ts";
import { type Designer, expect, test } from "./designer.ts";
import { PagePhone } from "./phone.ts";

type View = (designer: Designer) => Promise<void>;

const dialog = (designer: Designer) => designer.page.getByRole("dialog");

/** Every view by its name: how one comes to it. */
const views: Readonly<Record<string, View>> = {
  "the list of flows": async (designer) => {
    await designer.page.goto(designer.url);
    await expect(designer.page.getByRole("table")).toBeVisible();
  },
  "the dialog of a new flow": async (designer) => {
    await designer.page.goto(designer.url);
    await designer.page.getByRole("button", { name: "New flow" }).first().click();
    await expect(dialog(designer)).toBeVisible();
  },
  "a flow on the canvas": (designer) => designer.open("order-status"),
  "a flow in the outline": (designer) => designer.open("order-status", "?view=outline"),
  "the flow's settings": (designer) => designer.open("order-status", "?panel=flow"),
  ...Object.fromEntries(
    ["n2", "n3", "n4", "n5", "n9", "n11"].map((nodeId): [string, View] => [
      `the inspector of ${nodeId}`,
      async (designer) => {
        await designer.open("order-status", `?node=${nodeId}`);
        await expect(designer.field("Name").first()).toBeVisible();
        await expect(designer.inspector.getByRole("tabpanel").last()).not.toContainText("Loading");
      },
    ]),
  ),
  "the inspector of a delay": async (designer) => {
    await designer.create("Delayed");
    await designer.page.locator('[data-palette="delay"]').click();
    await expect(designer.inspector.getByLabel("Wait", { exact: true }).first()).toBeVisible();
  },
  "transition actions": async (designer) => {
    await designer.open("order-status", "?node=n5");
    await designer.inspector.getByRole("tab", { name: /Transition actions/ }).click();
    await expect(designer.inspector).toContainText("On leaving");
  },
  "a panel with problems": async (designer) => {
    await designer.open("order-status", "?node=n3");
    await designer.field("Message").fill("");
    await designer.page.getByRole("button", { name: /^\d+ problems?:/ }).click();
    await designer.idle();
  },
  "the versions": async (designer) => {
    await designer.open("order-status", "?panel=versions");
    await expect(designer.inspector).toContainText("Version 1");
  },
  "a version": async (designer) => {
    await designer.open("order-status", "?version=1");
    await expect(designer.page.getByText(/read-only/)).toBeVisible();
  },
  "the dialog Make live": async (designer) => {
    await designer.open("order-status");
    await designer.page.getByRole("banner").getByRole("button", { name: "Make live" }).click();
    await expect(dialog(designer).getByLabel("Comment")).toBeVisible();
  },
  "the command palette": async (designer) => {
    await designer.open("order-status");
    await designer.page.keyboard.press("ControlOrMeta+k");
    await expect(dialog(designer).getByRole("combobox")).toBeFocused();
  },
  "the shortcut sheet": async (designer) => {
    await designer.open("order-status");
    await designer.page.keyboard.press("?");
    await expect(dialog(designer)).toBeVisible();
  },
  "the list of nodes to add": async (designer) => {
    await designer.open("order-status", "?node=n3");
    await designer.card("n3").focus();
    await designer.page.keyboard.press("/");
    await expect(designer.page.locator("input[role=combobox]")).toBeFocused();
  },
  "the live phone": async (designer) => {
    await designer.open("order-status");
    const phone = new PagePhone(designer.page);
    await phone.open("Live");
    await phone.write("hello");
    await phone.expectLast("this is Juniper Books");
  },
  "the preview": async (designer) => {
    await designer.open("order-status");
    const phone = new PagePhone(designer.page);
    await phone.open("Preview");
    await phone.write("hello");
    await phone.expectLast("this is Juniper Books");
  },
  "a page that is not there": async (designer) => {
    await designer.page.goto(`${designer.url}/no/such/page`);
    await expect(designer.page.getByText("There is nothing here")).toBeVisible();
  },
};

for (const [name, show] of Object.entries(views)) {
  test(`axe finds nothing wrong with ${name}`, async ({ designer, page }) => {
    await show(designer);
    await expectNoViolation(page);
  });
}

test.describe("where a token is asked for", () => {
  test.use({
    serverEnv: { PARLEY_ADMIN_TOKEN: "a-token-of-the-tests-that-nobody-guesses" },
    expectedErrors: /status of 401/,
  });
  test("axe finds nothing wrong with the page where one signs in", async ({ designer, page }) => {
    await page.goto(designer.url);
    await expect(page.getByLabel("Admin token")).toBeVisible();
    await expectNoViolation(page);
  });
});
