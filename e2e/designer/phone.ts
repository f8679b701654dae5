import { expect, type Locator, type Page } from "@playwright/test";

/** The phone beside the canvas, as a person handles it. */
export class PagePhone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the phone and chooses what it talks to. */
  async open(mode: "Live" | "Preview"): Promise<void> {
    const button = this.page.getByRole("banner").getByRole("button", { name: "Phone" });
    if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
    await this.page.getByRole("tab", { name: mode }).click();
  }

  get panel(): Locator {
    return this.page.getByRole("region", { name: "Phone", exact: true });
  }

  get log(): Locator {
    return this.panel.getByRole("log");
  }

  /** What was written, the oldest first. */
  get messages(): Locator {
    return this.log.locator("[data-message-id]");
  }

  withStatus(status: string): Locator {
    return this.log.locator(`[data-message-id][data-status="${status}"]`);
  }

  async write(text: string): Promise<void> {
    await this.panel.getByRole("textbox", { name: "Message" }).fill(text);
    await this.panel.getByRole("textbox", { name: "Message" }).press("Enter");
  }

  /** Waits until the last message is this one. */
  async expectLast(text: string | RegExp): Promise<void> {
    await expect(this.messages.last()).toContainText(text);
  }

  /** Presses a button of the last message. */
  async press(title: string): Promise<void> {
    await this.messages.last().getByRole("button", { name: title, exact: true }).click();
  }

  /** Someone else takes the phone. */
  async become(name: string): Promise<void> {
    await this.panel.getByRole("button", { name: "New contact" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Someone else writes" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Add" }).click();
    await expect(dialog).toBeHidden();
  }
}
