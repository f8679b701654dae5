import { test as base, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { askJson, makeDataFolder, type OwnWorld, startOwnWorld } from "@parley/testing/processes";

/** A node as the document has it. */
export type DrawnNode = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly position: { readonly x: number; readonly y: number };
  readonly config: Readonly<Record<string, unknown>>;
};

/** What journeys read of the document that is edited. */
export type DrawnDocument = {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly { readonly source: string; readonly outcome: string; readonly target: string }[];
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly settings: { readonly outcomeDefaults: Readonly<Record<string, { readonly target: string }>> };
};

/** What the page lets tests look at. */
type Bridge = {
  readonly document: () => DrawnDocument;
  readonly flowToScreen: (x: number, y: number) => { readonly x: number; readonly y: number } | undefined;
  readonly isIdle: () => boolean;
  readonly isComplete: () => boolean;
};

/** The designer in a page, as a person handles it. */
export class Designer {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  /** Opens a flow and waits until it is drawn. */
  async open(flowId: string, search = ""): Promise<void> {
    await this.page.goto(`${this.url}/flows/${flowId}${search}`);
    await this.idle();
  }

  /** Creates an empty flow by the list's dialog, and waits until it is open. */
  async create(name: string): Promise<void> {
    await this.page.goto(this.url);
    await this.page.getByRole("button", { name: "New flow" }).first().click();
    const dialog = this.page.getByRole("dialog", { name: "New flow" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Create" }).click();
    await this.page.waitForURL(/\/flows\//);
    await this.idle();
  }

  /** Waits until all that was done is shown and saved. */
  async idle(): Promise<void> {
    await this.page.waitForFunction(() => (globalThis as { parley?: Bridge }).parley?.isIdle() === true);
  }

  /** Waits until all parts of the page are loaded. */
  async complete(): Promise<void> {
    await this.page.waitForFunction(() => (globalThis as { parley?: Bridge }).parley?.isComplete() === true);
  }

  /** The document that is edited. */
  document(): Promise<DrawnDocument> {
    return this.page.evaluate(() => {
      const { parley } = globalThis as { parley?: Bridge };
      if (parley === undefined) throw new Error("No flow is open.");
      return parley.document();
    });
  }

  /** The connections, as `n2.onBegin -> n3`. */
  async edges(): Promise<readonly string[]> {
    const { edges } = await this.document();
    return edges.map(({ source, outcome, target }) => `${source}.${outcome} -> ${target}`).toSorted();
  }

  /** The connections by the names of their nodes, as `Start.onBegin -> Greeting`. */
  async edgesByName(): Promise<readonly string[]> {
    const { nodes, edges } = await this.document();
    const nameOf = (id: string): string => nodes.find((node) => node.id === id)?.name || id;
    return edges.map(({ source, outcome, target }) => `${nameOf(source)}.${outcome} -> ${nameOf(target)}`).toSorted();
  }

  /** The node of that name. */
  async nodeNamed(name: string): Promise<DrawnNode> {
    const node = (await this.document()).nodes.find((one) => one.name === name);
    if (node === undefined) throw new Error(`There is no node ${name}.`);
    return node;
  }

  /** The place in the window of a place of the flow. */
  async screen(x: number, y: number): Promise<{ readonly x: number; readonly y: number }> {
    const place = await this.page.evaluate(
      ([left, top]) => (globalThis as { parley?: Bridge }).parley?.flowToScreen(left ?? 0, top ?? 0),
      [x, y],
    );
    if (place === undefined) throw new Error("The canvas is not there.");
    return place;
  }

  card(nodeId: string): Locator {
    return this.page.locator(`.react-flow__node[data-node-id="${nodeId}"]`);
  }

  handle(nodeId: string, outcome: string): Locator {
    return this.page.locator(`.react-flow__handle[data-nodeid="${nodeId}"][data-handleid="${outcome}"]`);
  }

  edge(source: string, outcome: string): Locator {
    return this.page.locator(`.react-flow__edge[data-source="${source}"][data-outcome="${outcome}"]`);
  }

  get inspector(): Locator {
    return this.page.getByRole("region", { name: "Panel" });
  }

  /** A field of the inspector that takes text. */
  field(name: string): Locator {
    return this.inspector.getByRole("textbox", { name, exact: true });
  }

  get canvas(): Locator {
    return this.page.locator("[data-surface=canvas]");
  }

  /** The status that says whether all is saved. */
  get saved(): Locator {
    return this.page.getByText(/^Saved .*revision \d+$/);
  }

  /** Selects a node by a click on its head, and gives its id. */
  async select(nodeId: string): Promise<void> {
    const box = await this.boxOf(this.card(nodeId));
    await this.page.mouse.click(box.x + box.width / 2, box.y + 14);
  }

  /** Drags a node by exactly so many pixels of the window. */
  async drag(nodeId: string, by: { readonly x: number; readonly y: number }): Promise<void> {
    const box = await this.boxOf(this.card(nodeId));
    const [x, y] = [box.x + box.width / 2, box.y + 14];
    await this.moveByHand({ x, y }, { x: x + by.x, y: y + by.y });
  }

  /** Zooms so far out that a whole new flow will be in view and can still be read, drags its Start to the corner, and gives it. */
  async startAtUpperLeft(): Promise<DrawnNode> {
    const canvas = await this.boxOf(this.canvas);
    await this.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
    await this.page.keyboard.down("Control");
    await this.page.mouse.wheel(0, 350);
    await this.page.keyboard.up("Control");
    const [first] = (await this.document()).nodes;
    if (first === undefined) throw new Error("There is no Start.");
    const card = await this.boxOf(this.card(first.id));
    // Near an edge of the canvas the view would move for as long as a connection is held there.
    await this.drag(first.id, { x: canvas.x + 50 - card.x, y: canvas.y + 50 - card.y });
    const [start = first] = (await this.document()).nodes;
    return start;
  }

  /** Draws a connection from an outcome's handle to a node. */
  async connect(from: string, outcome: string, to: string): Promise<void> {
    await this.handle(from, outcome).hover();
    await this.page.mouse.down();
    await this.handle(to, "in").hover();
    await this.page.mouse.up();
  }

  /** Draws a connection from an outcome's handle to a place of the flow where nothing is, so that the list of new nodes opens. */
  async connectToNothing(from: string, outcome: string, at: { readonly x: number; readonly y: number }): Promise<void> {
    await this.handle(from, outcome).hover();
    const place = await this.screen(at.x, at.y);
    await this.page.mouse.down();
    await this.page.mouse.move(place.x - 5, place.y, { steps: 4 });
    await this.page.mouse.move(place.x, place.y);
    await this.page.mouse.up();
  }

  /** Drags a type out of the palette to a place of the flow, and gives the new node. */
  async dropFromPalette(type: string, at: { readonly x: number; readonly y: number }): Promise<DrawnNode> {
    const before = new Set((await this.document()).nodes.map(({ id }) => id));
    const item = await this.boxOf(this.page.locator(`[data-palette="${type}"]`));
    await this.moveByHand({ x: item.x + item.width / 2, y: item.y + item.height / 2 }, await this.screen(at.x, at.y));
    const made = (await this.document()).nodes.find(({ id }) => !before.has(id));
    if (made === undefined) throw new Error(`Nothing of the type ${type} was dropped.`);
    return made;
  }

  /** Runs what the command palette finds best for these words. */
  async command(words: string): Promise<void> {
    const palette = this.page.getByRole("dialog", { name: "Commands" });
    await this.page.keyboard.press("ControlOrMeta+k");
    await expect(palette.getByRole("combobox")).toBeFocused();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press("Enter");
    await expect(palette).toBeHidden();
    await this.idle();
  }

  /** Chooses an entry of the open list of choices. */
  async choose(name: string | RegExp): Promise<void> {
    await this.page.getByRole("option", { name }).first().click();
  }

  /** Presses the pointer at one place, moves it to another and lets it go. The first small move begins a drag and does not count. */
  async moveByHand(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
  ): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8);
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** The place in the window of the middle of something. */
  async middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const { x, y, width, height } = await this.boxOf(locator);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Where something is in the window. Throws where it is not. */
  async boxOf(locator: Locator) {
    const box = await locator.boundingBox();
    if (box === null) throw new Error(`${String(locator)} is not in the window.`);
    return box;
  }
}

/** What a test may set by `test.use`. */
type DesignerOptions = {
  /** Settings of the server. */
  readonly serverEnv: Readonly<Record<string, string>>;
  /** Errors in the browser's console that this journey brings about; none unless said. */
  readonly expectedErrors: RegExp;
};

type DesignerFixtures = DesignerOptions & {
  /** A server of its own, with a simulator and the example flow live. */
  readonly world: OwnWorld;
  readonly designer: Designer;
  /** Opens the designer in another tab. */
  readonly anotherTab: () => Promise<Designer>;
};

/** Playwright's `test`, with a server and the designer in a page. It fails when the page throws, or when the browser reports an error such as a breach of the page's security policy. */
export const test = base.extend<DesignerFixtures>({
  serverEnv: [{}, { option: true }],
  expectedErrors: [/(?!)/, { option: true }],
  world: async ({ serverEnv }, use, testInfo) => {
    await using data = await makeDataFolder();
    await using world = await startOwnWorld({ dataDir: data.path, env: serverEnv });
    await use(world);
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach("output of the server", { body: world.output(), contentType: "text/plain" });
  },
  // The server outlives its pages, which else would miss it.
  context: async ({ context, expectedErrors, world: _world }, use) => {
    const errors = watchErrors(context);
    await use(context);
    expect(errors.filter((error) => !expectedErrors.test(error))).toEqual([]);
  },
  designer: async ({ page, world }, use) => {
    await use(new Designer(page, world.url));
  },
  anotherTab: async ({ context, world }, use) => {
    await use(async () => new Designer(await context.newPage(), world.url));
  },
});

function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

/** The draft that a server has stored, and its revision. */
export async function storedDraft(world: OwnWorld, flowId: string) {
  const { body } = await askJson(`${world.url}/api/flows/${flowId}`);
  return body as { readonly revision: number; readonly draft: DrawnDocument; readonly liveVersion?: number };
}

export { expect };
