import { readFileSync } from "node:fs";
import { expect, test } from "./designer.ts";

const example = readFileSync(new URL("../../examples/order-status.flow.json", import.meta.url), "utf8");

const broken = [
  ["is not JSON", "{ this is no JSON", "The file is not JSON"],
  ["is another JSON", '{"name":"package"}', "no flow"],
  ["has an edge to nowhere", example.replace('"target": "n3"', '"target": "n77"'), "n77"],
  ["has a field of a wrong kind", example.replace('"name": "Order status"', '"name": 7'), "name"],
] as const;

for (const [what, text, sentence] of broken) {
  test(`a file that ${what} is not imported, and the page says what is wrong with it`, async ({ designer, page }) => {
    await page.goto(designer.url);
    await expect(page.getByRole("table")).toBeVisible();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Import", exact: true }).click(),
    ]);
    await chooser.setFiles({ name: "broken.json", mimeType: "application/json", buffer: Buffer.from(text) });
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("“broken.json” could not be imported");
    await expect(dialog).toContainText(sentence);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row")).toHaveCount(2);
  });
}

test("a flow that is exported is imported again as a flow of its own", async ({ designer, page }) => {
  await designer.open("order-status");
  const original = await designer.document();
  const [download] = await Promise.all([page.waitForEvent("download"), designer.command("export")]);
  expect(download.suggestedFilename()).toBe("order-status.flow.json");
  await page.goto(designer.url);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Import", exact: true }).click(),
  ]);
  await chooser.setFiles(await download.path());
  await expect(page.getByText("“Order status” is imported.")).toBeVisible();
  await page.getByRole("link", { name: "Order status" }).last().click();
  await designer.idle();
  const copy = await designer.document();
  expect({ ...copy, id: original.id }).toEqual(original);
});
