import { type Designer, expect, storedDraft, test } from "./designer.ts";
import { Keyboard } from "./keyboard.ts";
import { bodies, orderStatusEdges } from "./order-status.ts";

test("a person without a mouse draws the order-status flow in the outline and makes it live", async ({
  designer,
  page,
  world,
}) => {
  test.setTimeout(150_000);
  const keyboard = new Keyboard(page);
  const author = new Author(designer, keyboard);
  await author.begin("Orders");

  await author.rename("Start");
  await author.lead("Begin", "WhatsApp", { name: "Greeting", body: bodies.greeting });
  await author.waitFor("Deliv", "30");
  await author.lead("Delivered", "Receive", { name: "Choice" });
  await author.openField("Timeout", "300");
  await author.toNode("Greeting");
  await author.leadTo("Timeout", "Choice");

  await author.toNode("Choice");
  await author.lead("Message", "Branch", { name: "Which choice?" });
  await author.branches(["track", "1"], ["agent", "2"]);
  await author.lead("track", "WhatsApp", { name: "Order status", body: bodies.orderStatus });
  await author.lead("Success", "Wait for", { name: "Until it is read" });
  await author.awaitRead("Order status", "20");
  await author.lead("Read", "WhatsApp", { name: "Goodbye", body: bodies.goodbye });
  await author.lead("Success", "End: Success", { name: "Answered" });
  await author.toNode("Until it is read");
  await author.leadTo("Timeout", "Answered");

  await author.toNode("Which choice?");
  await author.lead("agent", "WhatsApp", { name: "Agent will write", body: bodies.agent });
  await author.lead("Success", "End: Success", { name: "Handed over" });
  await author.toNode("Which choice?");
  await author.lead("None of the above", "WhatsApp", { name: "Ask again", body: bodies.askAgain });
  await author.leadTo("Success", "Choice");
  await author.toNode("Choice");
  await author.lead("Timeout", "WhatsApp", { name: "No reply", body: bodies.noReply });
  await author.lead("Success", "End: Incomplete", { name: "Gave up waiting" });

  expect(await designer.edgesByName()).toEqual(orderStatusEdges);
  await designer.idle();
  const drawn = await designer.document();
  expect((await storedDraft(world, drawn.id)).draft).toEqual(drawn);

  await author.makeLive("Drawn without a mouse");
  await expect(page.getByText("Version 1 is live.")).toBeVisible();
  expect(await storedDraft(world, drawn.id)).toMatchObject({ liveVersion: 1 });
});

/** Draws a flow in the outline, by keys alone. */
class Author {
  readonly designer: Designer;
  readonly keyboard: Keyboard;

  constructor(designer: Designer, keyboard: Keyboard) {
    this.designer = designer;
    this.keyboard = keyboard;
  }

  /** Creates a flow and goes to the Start in its outline. */
  async begin(name: string): Promise<void> {
    const { page } = this.designer;
    await page.goto(this.designer.url);
    await this.keyboard.tabTo(page.getByRole("button", { name: "New flow" }).first());
    await this.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New flow" });
    await this.keyboard.tabTo(dialog.getByLabel("Name"));
    await this.keyboard.type(name);
    await this.keyboard.press("Enter");
    await page.waitForURL(/\/flows\//);
    await this.designer.idle();
    await this.keyboard.press("Alt+Shift+KeyO");
    await this.keyboard.tabTo(page.getByRole("treeitem").first());
  }

  async toNode(name: string): Promise<void> {
    await this.keyboard.goToRow(new RegExp(`^[\\w ]+: ${name.replace("?", "\\?")} n\\d`));
  }

  /** From a node's row: gives it its name. */
  async rename(name: string): Promise<void> {
    await this.keyboard.press("F2");
    await this.keyboard.overwrite(name);
    await this.keyboard.press("Enter");
    await expect(this.keyboard.row(new RegExp(`: ${name.replace("?", "\\?")} n\\d`))).toBeFocused();
  }

  /** From a node's row: leads one of its outcomes to a new node, names it and writes its message. The focus is then on the new node's row. */
  async lead(outcome: string, what: string, { name, body }: { name: string; body?: string }): Promise<void> {
    await this.toOutcome(outcome);
    await this.keyboard.press("Enter");
    await this.keyboard.choose(what);
    await expect(this.keyboard.row(/./).and(this.designer.page.locator(":focus"))).toBeVisible();
    await this.rename(name);
    if (body !== undefined) await this.openField("Message", body);
  }

  /** From a node's row: leads one of its outcomes to a node that is there. */
  async leadTo(outcome: string, target: string): Promise<void> {
    await this.toOutcome(outcome);
    await this.keyboard.press("c");
    await this.keyboard.choose(target);
  }

  /** From a node's row: writes in one of its fields, and comes back. */
  async openField(label: string, text: string): Promise<void> {
    const row = await this.here();
    await this.keyboard.press("Enter");
    await this.keyboard.tabTo(this.designer.field(label));
    await this.keyboard.overwrite(text);
    await this.back(row);
  }

  /** From a send's row: waits for a receipt, at most so many seconds. */
  async waitFor(receipt: string, seconds: string): Promise<void> {
    const row = await this.here();
    await this.keyboard.press("Enter");
    await this.keyboard.tabTo(this.designer.inspector.getByLabel("Wait For"));
    await this.keyboard.type(receipt);
    await this.keyboard.tabTo(this.designer.field("Timeout"));
    await this.keyboard.type(seconds);
    await this.back(row);
  }

  /** From a wait's row: waits until the message of a node is read. */
  async awaitRead(send: string, seconds: string): Promise<void> {
    const row = await this.here();
    await this.keyboard.press("Enter");
    await this.keyboard.tabTo(this.designer.inspector.getByLabel("Message to wait for"));
    await this.keyboard.type(send);
    await this.keyboard.tabTo(this.designer.inspector.getByLabel("Until it is"));
    await this.keyboard.type("Read");
    await this.keyboard.tabTo(this.designer.field("Timeout"));
    await this.keyboard.type(seconds);
    await this.back(row);
  }

  /** From a branch's row: names its branches, each with the value that the message must equal. */
  async branches(...branches: readonly (readonly [name: string, value: string])[]): Promise<void> {
    const row = await this.here();
    await this.keyboard.press("Enter");
    const panel = this.designer.inspector.getByRole("tabpanel").last();
    for (const [index, [name, value]] of branches.entries()) {
      if (index > 0) {
        await this.keyboard.tabTo(panel.getByRole("button", { name: "Add branch" }));
        await this.keyboard.press("Enter");
      }
      await this.keyboard.tabTo(panel.getByRole("textbox", { name: "Name", exact: true }).nth(index));
      await this.keyboard.overwrite(name);
      await this.keyboard.tabTo(panel.getByRole("textbox", { name: "Value", exact: true }).nth(index));
      await this.keyboard.overwrite(value);
    }
    await this.back(row);
  }

  /** Opens the dialog by its keys, says what is new, and confirms. */
  async makeLive(comment: string): Promise<void> {
    const dialog = this.designer.page.getByRole("dialog", { name: "Make live" });
    await this.keyboard.press("ControlOrMeta+Enter");
    await this.keyboard.tabTo(dialog.getByLabel("Comment"));
    await this.keyboard.type(comment);
    await this.keyboard.tabTo(dialog.getByRole("button", { name: "Make live" }));
    await this.keyboard.press("Enter");
  }

  private async toOutcome(outcome: string): Promise<void> {
    await this.keyboard.press("ArrowRight");
    await this.keyboard.go("ArrowDown", this.keyboard.row(`${outcome} leads`).and(await this.rowsOfHere()));
  }

  private async rowsOfHere() {
    const nodeId = await this.designer.page.locator(":focus").getAttribute("data-node-id");
    return this.designer.page.locator(`[role=treeitem][data-node-id="${nodeId}"]`);
  }

  private async here() {
    const nodeId = await this.designer.page.locator(":focus").getAttribute("data-node-id");
    return this.designer.page.locator(`[role=treeitem][data-node-id="${nodeId}"]:not([data-outcome])`);
  }

  /** Escape ends a completion first where one is open, then leads back to the outline. */
  private async back(row: Awaited<ReturnType<Author["here"]>>): Promise<void> {
    await this.keyboard.go("Escape", row);
  }
}
