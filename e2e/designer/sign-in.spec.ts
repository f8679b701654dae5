import { expect, test } from "./designer.ts";

const token = "a-token-of-the-tests-that-nobody-guesses";

test.use({ serverEnv: { PARLEY_ADMIN_TOKEN: token }, expectedErrors: /status of 401/ });

test("where a token is asked for one signs in, and comes back to where one wanted to go", async ({
  designer,
  page,
}) => {
  await page.goto(`${designer.url}/flows/order-status?node=n3`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Admin token").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The server does not know this token.")).toBeVisible();
  await page.getByLabel("Admin token").fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await designer.idle();
  await expect(page).toHaveURL(/\/flows\/order-status/);
  await expect(designer.field("Name").first()).toHaveValue("Greeting");
  await page.reload();
  await designer.idle();
});
