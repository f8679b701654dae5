import { rename, writeFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import {
  businessNumber,
  end,
  flowOf,
  makeDataFolder,
  receive,
  send,
  test as base,
  textWebhook,
} from "@parley/testing/processes";

const { phoneNumberId } = businessNumber;
const hour = 3_600_000;

/** The clock of a server: a file that tells how far it is off. */
type ServerClock = { readonly file: string; readonly set: (byMs: number) => Promise<void> };

/** A world whose server has a clock that can be set. */
const test = base.extend<{ readonly clock: ServerClock }>({
  clock: async ({ simulatorOptions: _ }, use) => {
    await using folder = await makeDataFolder();
    const file = `${folder.path}/clock`;
    const set = async (byMs: number): Promise<void> => {
      // Renamed, so that nobody reads half of it.
      await writeFile(`${file}.new`, String(byMs));
      await rename(`${file}.new`, file);
    };
    await set(0);
    await use({ file, set });
  },
  serverEnv: async ({ clock }, use) => {
    await use({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(programOf(clock.file))}` });
  },
});

/** Shifts `Date` by what a file says; timers count on by themselves, as they do on a machine whose clock is set. */
function programOf(file: string): string {
  return `
    import { readFileSync } from "node:fs";
    const Real = Date;
    const now = () => Real.now() + Number(readFileSync(${JSON.stringify(file)}, "utf8"));
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length > 0) super(...given); else super(now()); }
      static now() { return now(); }
    };`;
}

const asksOnce = flowOf({
  nodes: { n3: send("Your name?"), n4: receive({ timeoutSeconds: 2 }), n5: send("Good-bye."), n6: end("incomplete") },
  edges: ["n3.onSuccess -> n4", "n4.onTimeout -> n5", "n5.onSuccess -> n6"],
});

test("a clock set back while the server runs makes who waits wait on, and nobody else", async ({ world, clock }) => {
  await world.server.api.goLive(asksOnce);
  const [early, later, last] = [1, 2, 3].map((number) => world.phone(`3160000000${number}`));
  if (early === undefined || later === undefined || last === undefined) throw new Error("There are three phones.");
  await early.write("hello");
  await early.expectReply("Your name?");
  const [{ id } = { id: "" }] = await world.server.api.conversations();
  await expect.poll(async () => (await world.server.api.conversation(id)).nodeId).toBe("n4");

  await clock.set(-hour);
  await later.write("hello");
  await later.expectReply("Your name?");
  await later.expectReply("Good-bye.");
  // The other's two seconds were over before these: by the clock they are not.
  expect(await early.replies()).toEqual(["Your name?"]);

  // Set right again, the clock is past its time: whoever sets a timer makes the server look.
  await clock.set(0);
  await last.write("hello");
  await last.expectReply("Your name?");
  await early.expectReply("Good-bye.");
  await last.expectReply("Good-bye.");
  await expect
    .poll(async () => (await world.stories()).map(({ result }) => result))
    .toEqual(["incomplete", "incomplete", "incomplete"]);
});

for (const [direction, byMs] of [
  ["back", -hour],
  ["on", hour],
] as const) {
  test(`a clock set ${direction} between two runs loses nothing, repeats nothing and keeps the order`, async ({
    world,
    clock,
  }) => {
    const { server, simulator } = world;
    await server.api.goLive(
      flowOf({
        nodes: { n3: send("You wrote: $(whatsapp.message)"), n4: receive() },
        edges: ["n3.onSuccess -> n4", "n4.whatsapp.mo -> n3"],
      }),
    );
    const phone = world.phone();
    await phone.write("one");
    await phone.expectReply("You wrote: one");
    const known = textWebhook({ phoneNumberId, from: "31699999999", text: "once" });
    expect(await server.webhooks.post(known)).toBe(200);
    expect(await server.api.conversations()).toHaveLength(2);

    await server.stop();
    await clock.set(byMs);
    await server.start();
    expect(await server.webhooks.post(known)).toBe(200);
    for (const text of ["two", "three", "four"]) await phone.write(text);
    for (const text of ["two", "three", "four"]) await phone.expectReply(`You wrote: ${text}`);
    await server.kill();
    await clock.set(0);
    await server.start();
    expect(await server.webhooks.post(known)).toBe(200);
    await phone.write("five");
    await phone.expectReply("You wrote: five");

    const replies = (await simulator.control.sends()).filter(({ to }) => to === phone.waId).map(({ text }) => text);
    expect(replies).toEqual(["one", "two", "three", "four", "five"].map((text) => `You wrote: ${text}`));
    expect(await server.api.conversations()).toHaveLength(2);
    const journals = await Promise.all((await server.api.conversations()).map(({ id }) => server.api.journal(id)));
    const begun = journals.flat().filter(({ event }) => (event as { type: string }).type === "conversation-started");
    expect(begun).toHaveLength(2);
  });
}
