import { expectNoViolation } from "./axe.ts";
import { expect, test } from "./designer.ts";
import { everyMessage, everyMessageFlow, nodeOf } from "./every-message.ts";
import { askServer } from "./shop.ts";

test.setTimeout(240_000);

const types = Object.keys(everyMessage);

for (const half of [types.slice(0, 6), types.slice(6)]) {
  test(`axe finds nothing wrong with the forms of ${half.join(", ")}`, async ({ designer, page, world }) => {
    await askServer(world, "POST", "/api/flows", { draft: everyMessageFlow });
    for (const type of half) {
      await test.step(type, async () => {
        await designer.open(everyMessageFlow.id, `?node=${nodeOf(type)}`);
        await expect(designer.inspector.getByRole("region", { name: "Preview" })).toBeVisible();
        for (const part of ["Delivery", "Reports", "Identity"])
          await designer.inspector.getByText(part, { exact: true }).click();
        await expectNoViolation(page);
      });
    }
  });
}

test("axe finds nothing wrong with a Start by webhook, a Receive with filters, and an open list", async ({
  designer,
  page,
  world,
}) => {
  await askServer(world, "POST", "/api/flows", { draft: everyMessageFlow });
  await designer.open(everyMessageFlow.id, "?node=n2");
  await designer.inspector.getByRole("button", { name: "New webhook" }).click();
  await designer.inspector.getByText("Pick fields from a sample").click();
  await designer.inspector.getByLabel("Sample of a body, in JSON").fill('{ "order": { "id": 17, "the name": "x" } }');
  await expectNoViolation(page);
  await designer.open(everyMessageFlow.id, "?node=n40");
  await designer.inspector.getByText("How to tell of it").click();
  await designer.inspector.getByText("Only if…").first().click();
  await expectNoViolation(page);
  await designer.open(everyMessageFlow.id, `?node=${nodeOf("list")}`);
  await designer.inspector.getByRole("button", { name: "Choose", exact: true }).click();
  await expectNoViolation(page);
});
