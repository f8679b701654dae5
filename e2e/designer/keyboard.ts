import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has: whoever has not arrived by then never will. */
const mostStops = 150;

/** A person without a mouse. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on by the Tab key until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    await this.go("Tab", target);
  }

  /** Presses a key until this has the focus. */
  async go(key: string, target: Locator): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      if (await isFocused(target)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${String(target)} cannot be reached by ${key}.`);
  }

  /** Writes over what stands in the field that has the focus. */
  async overwrite(text: string): Promise<void> {
    await this.press("ControlOrMeta+a");
    await this.type(text);
  }

  /** The row of the outline whose name begins like this. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole("treeitem", { name });
  }

  /** Goes to a row of the outline, from the first one down. */
  async goToRow(name: string | RegExp): Promise<Locator> {
    await this.press("Home");
    const row = this.row(name).first();
    await this.go("ArrowDown", row);
    return row;
  }

  /** Chooses from the open list of choices what fits the words best. */
  async choose(words: string): Promise<void> {
    const filter = this.page.locator("input[role=combobox]");
    await expect(filter).toBeFocused();
    const question = await filter.getAttribute("aria-label");
    await this.type(words);
    await this.press("Enter");
    // The answer may lead to the next question.
    await expect(this.page.getByRole("combobox", { name: question ?? "", exact: true })).toBeHidden();
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.ownerDocument.activeElement === element);
}
