import { type Designer, type DrawnNode, expect, storedDraft, test } from "./designer.ts";
import { PagePhone } from "./phone.ts";

test("a person draws a flow of utility nodes, tries its script, and previews it to its end", async ({
  designer,
  page,
  world,
}) => {
  await designer.create("Utilities");
  const { inspector } = designer;
  const start = await designer.startAtUpperLeft();
  const at = placesFrom(start);

  const split = await designer.dropFromPalette("split", at(1, 0));
  await inspector.getByRole("button", { name: "Add share" }).click();
  await expect(inspector.getByText("Together 100 %.")).toBeVisible();
  await inspector.getByRole("textbox", { name: "Per cent" }).last().fill("5");
  await expect(inspector.getByText("Together 105 %; they must add up to 100 %.")).toBeVisible();
  await inspector.getByRole("button", { name: "Share evenly" }).click();
  await expect(inspector.getByText("Together 100 %.")).toBeVisible();
  await designer.connect(start.id, "onBegin", split.id);

  const evaluate = await designer.dropFromPalette("evaluate", at(2, 0));
  await writeScript(designer);
  for (const share of ["A", "B", "C"]) await designer.connect(split.id, share, evaluate.id);

  const hours = await designer.dropFromPalette("business-hours", at(2, 1));
  await setHours(designer);
  await designer.connect(evaluate.id, "long", hours.id);

  const profile = await designer.dropFromPalette("profile", at(1, 1));
  await inspector.getByLabel("What is done").selectOption("Set fields of the profile");
  await inspector.getByRole("button", { name: "Add field" }).click();
  await inspector.getByRole("tabpanel").last().getByRole("textbox", { name: "Name", exact: true }).fill("size");
  await designer.field("Value").fill("$(evaluate.result)");
  for (const outcome of ["onSuccess", "notInSocialHour"]) await designer.connect(hours.id, outcome, profile.id);

  const message = await designer.dropFromPalette("whatsapp", at(0, 1));
  await designer.field("Message").fill("Noted: $(evaluate.result).");
  await designer.connect(profile.id, "onSuccess", message.id);
  const end = await designer.dropFromPalette("end", at(0, 2));
  await designer.connect(message.id, "onSuccess", end.id);
  await designer.connect(evaluate.id, "short", end.id);
  await designer.idle();
  const drawn = await designer.document();
  expect((await storedDraft(world, drawn.id)).draft).toEqual(drawn);

  const phone = new PagePhone(page);
  await phone.open("Preview");
  await phone.write("hello");
  await phone.expectLast("Noted: long.");
  await expect(phone.panel).toContainText(/Ends: success/i);
});

/** Places of the flow in columns and rows, beside the Start and below it: where the middle of a node comes to be. */
function placesFrom({ position }: DrawnNode) {
  return (column: number, row: number) => ({ x: position.x + 130 + column * 360, y: position.y + 40 + row * 330 });
}

/** Writes a script, is told of what is wrong with it, and tries the right one. */
async function writeScript({ inspector }: Designer): Promise<void> {
  const script = inspector.getByRole("textbox", { name: "Script", exact: true });
  await script.fill("$(whatsapp.message).length >");
  await expect(inspector.getByText(/Line 1, column \d+:/)).toBeVisible();
  await script.fill('$(whatsapp.message).length > 3 ? "long" : "short"');
  await expect(inspector.getByText(/Line 1, column/)).toBeHidden();
  for (const [index, name] of ["long", "short"].entries()) {
    await inspector.getByRole("button", { name: "Add branch" }).click();
    await inspector.getByRole("textbox", { name: "Result", exact: true }).nth(index).fill(name);
  }
  await inspector.getByText("Try the script").click();
  await inspector.getByRole("textbox", { name: "$(whatsapp.message)" }).fill("good morning");
  await inspector.getByRole("button", { name: "Run" }).click();
  await expect(inspector.getByRole("definition").getByText('"long"')).toBeVisible();
}

/** Hours as people type them, the same on all weekdays, and a holiday. */
async function setHours({ inspector }: Designer): Promise<void> {
  const monday = inspector.getByRole("textbox", { name: "Monday to" });
  await monday.fill("1830");
  await monday.blur();
  await expect(monday).toHaveValue("18:30");
  await inspector.getByRole("button", { name: "Copy Monday to all weekdays" }).click();
  await expect(inspector.getByRole("textbox", { name: "Friday to" })).toHaveValue("18:30");
  await inspector.getByRole("button", { name: "Add hours to Saturday" }).click();
  await inspector.getByRole("button", { name: "Add exception" }).click();
  await inspector.getByLabel("Date").fill("2026-12-25");
}
