import { stripVTControlCharacters } from "node:util";
import { createGatewaySimulator, type GatewaySimulator } from "@parley/simulator/http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Entry, openChat, type PhoneChat } from "./chat.ts";
import { runCommand } from "./commands.ts";
import { createEntryPainter } from "./show-entry.ts";

const waId = "31612345678";
const number = {
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  ...{ accessToken: "token-of-the-test", appSecret: "sesame", verifyToken: "verify" },
  // Nobody listens there, and nobody needs to.
  webhookUrl: "http://127.0.0.1:9/",
};
let simulator: GatewaySimulator;
let chat: PhoneChat;

beforeAll(async () => {
  simulator = await createGatewaySimulator({ numbers: [number] });
});

beforeEach(async () => {
  simulator.world.reset();
  chat = await openChat({ simulatorUrl: simulator.url, waId, name: "Ann" });
  await chat.write({ type: "text", text: "Hello" });
});

afterAll(() => simulator.close());

const entries = (): readonly Entry[] =>
  simulator.world.chat({ phone: { waId }, phoneNumberId: number.phoneNumberId }).entries as readonly Entry[];

/** The business sends a message, past any gateway. */
async function send(message: object): Promise<void> {
  const response = await fetch(`${simulator.url}/v23.0/${number.phoneNumberId}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${number.accessToken}` },
    body: JSON.stringify({ messaging_product: "whatsapp", to: waId, ...message }),
  });
  expect(response.status).toBe(200);
}

const run = (line: string): Promise<string> => runCommand(chat, line, entries());

/** What stands on the screen of the newest message, without colours. */
function screen(): readonly string[] {
  const paint = createEntryPainter();
  const lines = stripVTControlCharacters(entries().map(paint).at(-1) ?? "").split("\n");
  return lines.map((line) => line.trim().replace(/ {2}[…✓✗].*$/, ""));
}

const buttons = {
  type: "interactive",
  interactive: {
    type: "button",
    header: { type: "image", image: { link: "https://example.com/a.jpg" } },
    body: { text: "Which?" },
    footer: { text: "Open till six" },
    action: {
      buttons: [
        { type: "reply", reply: { id: "a", title: "Apples" } },
        { type: "reply", reply: { id: "b", title: "Pears" } },
      ],
    },
  },
};
const list = {
  type: "interactive",
  interactive: {
    type: "list",
    body: { text: "Where?" },
    action: { button: "Shops", sections: [{ rows: [{ id: "s1", title: "Canal", description: "Canal 1" }] }] },
  },
};

describe("the screen", () => {
  test("shows header, words, small print, and what can be pressed by which number", async () => {
    await send(buttons);
    expect(screen()).toEqual([
      "business  [image] https://example.com/a.jpg",
      "Which?",
      "Open till six",
      "[1] Apples /button 1",
      "[2] Pears /button 2",
    ]);
  });

  test("shows the rows of a list, a page to open and a wish for a location", async () => {
    await send(list);
    expect(screen()).toEqual(["business  Where?", "Shops:", "[1] Canal - Canal 1 /row 1"]);
    const parameters = { display_text: "Go", url: "https://example.com/" };
    const page = { type: "cta_url", body: { text: "Look" }, action: { name: "cta_url", parameters } };
    await send({ type: "interactive", interactive: page });
    expect(screen()).toEqual(["business  Look", "→ Go: https://example.com/"]);
    const action = { name: "send_location" };
    const wish = { type: "location_request_message", body: { text: "Where are you?" }, action };
    await send({ type: "interactive", interactive: wish });
    expect(screen()).toEqual(["business  Where are you?", "→ Send your location with /location"]);
  });

  test("shows a template as it reads", async () => {
    simulator.world.templates.put({
      businessAccountId: `2${number.phoneNumberId}`,
      status: "approved",
      template: {
        ...{ name: "hello", language: "en", category: "utility", parameterFormat: "positional" },
        ...{ header: { type: "text", text: "Juniper", example: "" }, body: "Hi {{1}} there.", bodyExamples: ["Ann"] },
        ...{ footer: "Books", hasSecurityAdvice: false },
        buttons: [
          { type: "quick-reply", text: "Thanks" },
          { type: "url", text: "Shop", url: "https://example.com/", example: "" },
        ],
      },
    });
    const components = [{ type: "body", parameters: [{ type: "text", text: "Ann" }] }];
    await send({ type: "template", template: { name: "hello", language: { code: "en" }, components } });
    expect(screen()).toEqual([
      "business  Juniper",
      "Hi Ann there.",
      "Books",
      "[1] Thanks /button 1",
      "→ Shop: https://example.com/",
    ]);
    await run("button 1");
    expect(entries().at(-1)).toMatchObject({ message: { type: "button", button: { payload: "Thanks" } } });
  });
});

describe("a command", () => {
  test("presses a button of the latest message that has any, which answers that message", async () => {
    await send(buttons);
    const sent = entries().at(-1);
    await send({ type: "text", text: { body: "No hurry" } });
    expect(await run("button 2")).toBe("");
    expect(entries().at(-1)).toMatchObject({
      direction: "in",
      text: "Pears",
      message: { context: { id: sent?.id }, interactive: { button_reply: { id: "b" } } },
    });
    expect(await run("button 3")).toContain("from 1 to 2");
    expect(await run("button")).toContain("from 1 to 2");
    expect(await run("row 1")).toContain("no rows");
  });

  test("chooses a row", async () => {
    expect(await run("row 1")).toContain("no rows");
    await send(list);
    await run("row 1");
    expect(entries().at(-1)).toMatchObject({ text: "Canal", message: { interactive: { list_reply: { id: "s1" } } } });
    expect(await run("button 1")).toContain("no buttons");
  });

  test.each([
    ["location", { type: "location", location: { name: "Dam Square" } }],
    ["location 1.5 -2", { type: "location", location: { latitude: 1.5, longitude: -2 } }],
    ["image Look at this", { type: "image", image: { caption: "Look at this" } }],
    ["video", { type: "video", video: { mime_type: "video/mp4" } }],
    ["audio", { type: "audio", audio: { mime_type: "audio/ogg; codecs=opus" } }],
    ["document my file.pdf", { type: "document", document: { filename: "my file.pdf" } }],
    ["document", { type: "document", document: { filename: "document.pdf" } }],
    ["sticker", { type: "sticker", sticker: { mime_type: "image/webp" } }],
    ["contact Bob Lee", { type: "contacts", contacts: [{ name: { formatted_name: "Bob Lee" } }] }],
    ["ad I saw you", { type: "text", text: { body: "I saw you" }, referral: { source_type: "ad" } }],
  ])("sends with /%s", async (line, message) => {
    expect(await run(line)).toBe("");
    expect(entries().at(-1)).toMatchObject({ direction: "in", message });
  });

  test("reacts to the latest message of the business, if there is one", async () => {
    expect(await run("react 👍")).toContain("not written yet");
    await send({ type: "text", text: { body: "Hi" } });
    const sent = entries().at(-1);
    await run("react 👍");
    expect(entries().at(-1)).toMatchObject({ message: { reaction: { message_id: sent?.id, emoji: "👍" } } });
  });

  test("changes the phone, its owner and the clock", async () => {
    const { world } = simulator;
    const { identityHash } = world.phone({ waId });
    const before = world.now();
    for (const line of ["offline", "block", "receipts off", "device", "marketing stop", "skip 25"]) {
      expect(await run(line)).toMatch(/^ {2}\S.*\.$/);
    }
    expect(world.phone({ waId })).toMatchObject({ isOffline: true, isBlocked: true, hasReadReceipts: false });
    expect(world.phone({ waId }).identityHash).not.toBe(identityHash);
    expect(world.now() - before).toBeGreaterThanOrEqual(25 * 60 * 60 * 1000);
    for (const line of ["online", "unblock", "receipts on", "marketing resume"]) await run(line);
    expect(world.phone({ waId })).toMatchObject({ isOffline: false, isBlocked: false, hasReadReceipts: true });
  });

  test.each([
    ["location 91 0", "latitude"],
    ["location here", "latitude"],
    ["marketing", "/marketing stop"],
    ["skip", "how many hours"],
    ["skip 2000", "how many hours"],
  ])("says what is wrong with /%s", async (line, words) => {
    const count = entries().length;
    expect(await run(line)).toContain(words);
    expect(entries()).toHaveLength(count);
  });

  test.each(["help", "nonsense", "", "constructor"])(
    "of the name %j gives the help, which names every command",
    async (line) => {
      const help = await run(line);
      for (const name of ["/button", "/row", "/location", "/image", "/react", "/ad", "/device", "/skip", "/quit"]) {
        expect(help).toContain(name);
      }
    },
  );
});
