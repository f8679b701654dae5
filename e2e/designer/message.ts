import { expect, type Locator } from "@playwright/test";
import type { Designer } from "./designer.ts";

/** The message of a WhatsApp node, as a person writes it in the inspector. */
export class MessageForm {
  readonly designer: Designer;

  constructor(designer: Designer) {
    this.designer = designer;
  }

  /** Draws a flow with one WhatsApp node after its Start, which is open in the inspector. */
  async begin(flow: string): Promise<void> {
    await this.designer.create(flow);
    const [start] = (await this.designer.document()).nodes;
    await this.designer.select(start?.id ?? "");
    await this.designer.page.locator('[data-palette="whatsapp"]').click();
    await expect(this.typeButton).toBeVisible();
  }

  get typeButton(): Locator {
    return this.designer.inspector.getByRole("button", { name: /^Message type: / });
  }

  async choose(type: string): Promise<void> {
    await this.typeButton.click();
    await this.designer.page.getByRole("menuitemcheckbox", { name: type, exact: true }).click();
    await expect(this.typeButton).toHaveAccessibleName(`Message type: ${type}`);
  }

  get preview(): Locator {
    return this.designer.inspector.getByRole("region", { name: "Preview" });
  }

  /** An item of a list, such as a button or a row. */
  item(name: string | RegExp): Locator {
    return this.designer.inspector.getByRole("group", { name, exact: typeof name === "string" });
  }

  /** A field within an item. */
  field(item: Locator, name: string): Locator {
    return item.getByRole("textbox", { name, exact: true });
  }

  button(name: string): Locator {
    return this.designer.inspector.getByRole("button", { name, exact: true });
  }

  /** What the document has of it. */
  async drawn(): Promise<unknown> {
    const { nodes } = await this.designer.document();
    return nodes.find(({ type }) => type === "whatsapp")?.config["message"];
  }

  /** Waits until the document has this of it. */
  async expectDrawn(message: Record<string, unknown>): Promise<void> {
    await expect.poll(() => this.drawn()).toMatchObject(message);
  }
}
