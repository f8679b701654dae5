import { type Designer, type DrawnNode, expect, storedDraft, test } from "./designer.ts";
import { bodies, failures, orderStatusEdges } from "./order-status.ts";

test("a person draws the order-status flow from nothing by mouse, and it is stored as drawn", async ({
  designer,
  page,
  world,
}) => {
  test.setTimeout(120_000);
  await designer.create("Orders");
  const { id: startId } = await designer.startAtUpperLeft();
  await designer.select(startId);
  await describe(designer, "Start");
  const start = await designer.nodeNamed("Start");
  const at = (column: number, row: number) => ({
    x: start.position.x + column * 340,
    y: start.position.y + row * 300,
  });
  const add = (from: DrawnNode, outcome: string, what: string, place: [column: number, row: number]) =>
    addByDrop(designer, { from: from.id, outcome, what, at: at(...place) });

  const greeting = await add(start, "onBegin", "WhatsApp", [1, 0]);
  await describe(designer, "Greeting", bodies.greeting);
  await designer.inspector.getByLabel("Wait For").selectOption("Delivery Report");
  await designer.field("Timeout").fill("30");

  const choice = await add(greeting, "onDeliveryReportSuccess", "Receive", [2, 0]);
  await describe(designer, "Choice");
  await designer.field("Timeout").fill("300");
  await designer.connect(greeting.id, "onTimeout", choice.id);

  const which = await add(choice, "whatsapp.mo", "Branch", [3, 0]);
  await describe(designer, "Which choice?");
  await describeBranches(designer);

  const orderStatus = await add(which, "track", "WhatsApp", [3, 1]);
  await describe(designer, "Order status", bodies.orderStatus);
  const agent = await add(which, "agent", "WhatsApp", [2, 2]);
  await describe(designer, "Agent will write", bodies.agent);
  const askAgain = await add(which, "noneOfTheAbove", "WhatsApp", [2, 1]);
  await describe(designer, "Ask again", bodies.askAgain);
  await designer.connect(askAgain.id, "onSuccess", choice.id);

  await add(agent, "onSuccess", "End: Success", [1, 2]);
  await describe(designer, "Handed over");
  const noReply = await add(choice, "onTimeout", "WhatsApp", [1, 1]);
  await describe(designer, "No reply", bodies.noReply);
  await add(noReply, "onSuccess", "End: Incomplete", [0, 2]);
  await describe(designer, "Gave up waiting");

  const untilRead = await add(orderStatus, "onSuccess", "Wait for", [3, 2]);
  await describe(designer, "Until it is read");
  await pick(designer, "Message to wait for", orderStatus.id);
  await designer.inspector.getByLabel("Until it is").selectOption("Read");
  await designer.field("Timeout").fill("20");
  const goodbye = await add(untilRead, "onRead", "WhatsApp", [3, 3]);
  await describe(designer, "Goodbye", bodies.goodbye);
  const answered = await add(goodbye, "onSuccess", "End: Success", [2, 3]);
  await describe(designer, "Answered");
  await designer.connect(untilRead.id, "onTimeout", answered.id);

  const failed = await designer.dropFromPalette("end", at(0, 1));
  await describe(designer, "Failed");
  await designer.inspector.getByLabel("Result").selectOption("Error");
  await setDefaults(designer, failed.id);

  expect(await designer.edgesByName()).toEqual(orderStatusEdges);
  await expect(page.getByRole("button", { name: "Problems: none" })).toBeVisible();
  await designer.idle();
  const drawn = await designer.document();
  expect((await storedDraft(world, drawn.id)).draft).toEqual(drawn);
  await page.reload();
  await designer.idle();
  expect(await designer.document()).toEqual(drawn);
});

/** Pulls an outcome to an empty place, and chooses what it leads to there. */
async function addByDrop(
  designer: Designer,
  { from, outcome, what, at }: { from: string; outcome: string; what: string; at: { x: number; y: number } },
): Promise<DrawnNode> {
  const before = new Set((await designer.document()).nodes.map(({ id }) => id));
  await designer.connectToNothing(from, outcome, at);
  await designer.choose(what);
  const made = (await designer.document()).nodes.find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error(`No ${what} was added.`);
  return made;
}

/** Names the selected node, and writes its message if it has one. */
async function describe(designer: Designer, name: string, body?: string): Promise<void> {
  await designer.field("Name").first().fill(name);
  if (body !== undefined) await designer.field("Message").fill(body);
}

async function describeBranches({ inspector }: Designer): Promise<void> {
  const branches = inspector.getByRole("tabpanel").last();
  await branches.getByRole("textbox", { name: "Name", exact: true }).fill("track");
  await branches.getByRole("textbox", { name: "Value", exact: true }).fill("1");
  await branches.getByRole("button", { name: "Add branch" }).click();
  await branches.getByRole("textbox", { name: "Name", exact: true }).last().fill("agent");
  await branches.getByRole("textbox", { name: "Value", exact: true }).last().fill("2");
}

/** Leads all failures to one End by the flow's defaults. */
async function setDefaults(designer: Designer, target: string): Promise<void> {
  await designer.page.getByRole("button", { name: "open the flow's settings" }).click();
  for (const outcome of failures) {
    await designer.inspector.getByLabel("Add a default for…").selectOption(outcome);
    const { outcomeDefaults } = (await designer.document()).settings;
    expect(Object.keys(outcomeDefaults)).toContain(outcome);
  }
  for (const name of ["Error", "Policy failure", "Delivery failure"]) await pick(designer, name, target);
}

/** Chooses in a list of nodes, which is filled as it is opened. */
async function pick({ inspector }: Designer, label: string, nodeId: string): Promise<void> {
  const list = inspector.getByLabel(new RegExp(`^${label}( \\*)?$`));
  await list.focus();
  await list.selectOption(nodeId);
}
