import { templateSchema } from "@parley/messaging";
import type { DrawnFlow } from "@parley/testing";
import { describe, expect, test } from "vitest";
import { choicesOf } from "../phone-choice.ts";
import type { Content } from "../writing.ts";
import { chat, createTestPreview, greeting, stands, start, type TestPreview } from "./preview.test-support.ts";

const image = { type: "link", url: "https://example.com/a.jpg" };

/** Sends messages one after the other, and then waits for anything. */
function sends(...messages: object[]): DrawnFlow {
  const first = 3;
  const last = first + messages.length;
  return {
    nodes: [
      start,
      ...messages.map((message, index) => ({
        ...{ id: `n${first + index}`, type: "whatsapp" as const },
        config: { message },
      })),
      {
        id: `n${last}`,
        type: "receive" as const,
        config: {
          events: ["whatsapp.mo", "whatsapp.reply", "whatsapp.list", "whatsapp.postback"].map((type) => ({ type })),
          timeoutSeconds: 600,
        },
      },
      { id: `n${last + 1}`, type: "end" as const, config: { result: "policy" } },
    ],
    edges: [
      "n2 onBegin n3",
      ...messages.flatMap((_, index) => [
        `n${first + index} onSuccess n${first + index + 1}`,
        `n${first + index} onPolicyFail n${last + 1}`,
      ]),
    ],
  };
}

const buttons = {
  ...{ type: "reply-buttons", header: { type: "none" }, body: "Which?", footer: "" },
  buttons: [
    { id: "yes", title: "Yes" },
    { id: "no", title: "No" },
  ],
};
const list = {
  ...{ type: "list", header: "", body: "Where?", footer: "", button: "Shops" },
  sections: [{ title: "", rows: [{ id: "s1", title: "Canal", description: "Canal 1" }] }],
};

/** What the host heard last of the person. */
function heard({ preview }: TestPreview): unknown {
  const event = preview.state().steps.findLast((step) => "message" in step.event)?.event;
  return event !== undefined && "message" in event ? event.message : undefined;
}

describe("It is true of messages in a preview that", () => {
  test.each<[string, object, string, object]>([
    [
      "media",
      { type: "media", kind: "image", mimeType: "", source: image, caption: "Look", fileName: "" },
      "Look",
      { type: "image", image: { link: image.url, caption: "Look" } },
    ],
    [
      "location",
      { type: "location", latitude: "1.5", longitude: "2", name: "There", address: "" },
      "There",
      { type: "location", location: { latitude: 1.5, longitude: 2, name: "There" } },
    ],
    ["reply-buttons", buttons, "Which?", { type: "interactive", interactive: { type: "button" } }],
    ["list", list, "Where?", { type: "interactive", interactive: { type: "list" } }],
    [
      "cta-url",
      { type: "cta-url", header: { type: "none" }, body: "Open", footer: "", displayText: "Go", url: image.url },
      "Open",
      { type: "interactive", interactive: { type: "cta_url" } },
    ],
    [
      "location-request",
      { type: "location-request", body: "Where are you?" },
      "Where are you?",
      { type: "interactive", interactive: { type: "location_request_message" } },
    ],
    [
      "reaction",
      { type: "reaction", messageId: "$(whatsapp.transId)", emoji: "👍" },
      "👍",
      { type: "reaction", reaction: { emoji: "👍" } },
    ],
  ])("one of the type %s stands on the phone in the provider's own form", async (_type, drawn, text, wire) => {
    const story = createTestPreview(sends(drawn));
    await story.preview.write("Hi");
    expect(story.preview.state().alerts).toEqual([]);
    expect(story.preview.state().entries.at(-1)).toMatchObject({ direction: "out", text, message: wire });
  });

  test("a mark that a message was read shows on the person's message, and that the business is typing", async () => {
    const mark = { type: "read-mark", messageId: "$(whatsapp.transId)", showsTyping: true };
    const story = createTestPreview(sends(mark));
    await story.preview.write("Hi");
    expect(story.preview.state()).toMatchObject({ isTyping: true, entries: [{ direction: "in", status: "read" }] });
    await story.preview.skip(25_000);
    expect(story.preview.state().isTyping).toBe(false);
  });

  test("a button that is pressed and a row that is chosen come back with the message that they answer", async () => {
    for (const [message, expected] of [
      [buttons, { type: "button-reply", id: "yes", title: "Yes" }],
      [list, { type: "list-reply", id: "s1", title: "Canal", description: "Canal 1" }],
    ] as const) {
      const story = createTestPreview(sends(message));
      await story.preview.write("Hi");
      const sent = story.preview.state().entries.at(-1);
      const [choice] = sent === undefined ? [] : choicesOf(sent);
      if (choice === undefined) throw new Error("There is nothing to choose.");
      await story.preview.write(choice.content);
      expect(story.preview.state().entries.at(-1)?.message).toMatchObject({ context: { id: sent?.id } });
      expect(heard(story)).toMatchObject({ content: expected, contextId: sent?.id });
    }
  });

  test("a file, a place and contact cards that the person sends are read as the server reads them", async () => {
    const contents: readonly Content[] = [
      { type: "media", kind: "image", caption: "Mine" },
      { type: "location", latitude: 1, longitude: 2, name: "Here" },
      { type: "contacts", contacts: [{ name: { formatted_name: "Ann" } }] },
    ];
    for (const content of contents) {
      const story = createTestPreview(sends({ type: "text", body: "Send me something" }));
      await story.preview.write("Hi");
      await story.preview.write(content);
      expect(heard(story)).toMatchObject({ content });
    }
  });

  test("a person who comes by an advertisement is known to", async () => {
    const story = createTestPreview(greeting());
    await story.preview.write("Hi", { isReferred: true });
    const referral = { sourceType: "ad", headline: "Chat with us" };
    expect(story.preview.state().steps[0]).toMatchObject({ event: { message: { referral } } });
  });

  test("a message that is answered long after is named", async () => {
    const story = createTestPreview(greeting());
    await story.preview.write("Hi");
    const contextId = story.preview.state().entries.at(-1)?.id;
    await story.preview.write("Blue", { contextId });
    expect(story.preview.state().entries.at(-1)?.message).toMatchObject({ context: { id: contextId } });
  });
});

describe("It is true of templates in a preview that", () => {
  const reminder = templateSchema.parse({
    ...{ name: "reminder", language: "en", category: "utility" },
    ...{ body: "Hi {{1}}, your table is free.", bodyExamples: ["Ann"] },
    buttons: [{ type: "quick-reply", text: "I come" }],
  });
  const message = {
    ...{ type: "template", name: "reminder", language: "en", header: { type: "none" } },
    body: [{ type: "text", name: "", text: "Ann" }],
    buttons: [{ type: "quick-reply", index: 0, payload: "COME" }],
  };

  test("those that it is given are approved, read as they will, and their quick replies come back", async () => {
    const story = createTestPreview(sends(message), "story", [reminder]);
    await story.preview.write("Hi");
    const sent = story.preview.state().entries.at(-1);
    expect(sent).toMatchObject({ text: "Hi Ann, your table is free.", template: { buttons: [{ payload: "COME" }] } });
    const [choice] = sent === undefined ? [] : choicesOf(sent);
    if (choice === undefined) throw new Error("There is nothing to choose.");
    await story.preview.write(choice.content);
    expect(heard(story)).toMatchObject({ content: { type: "postback", payload: "COME", text: "I come" } });
  });

  test("one that it was not given is refused by the policy", async () => {
    const story = createTestPreview(sends(message));
    await story.preview.write("Hi");
    expect(stands(story)).toEqual(["n5 ended policy"]);
    expect(chat(story)).toEqual(["in Hi (delivered)"]);
  });
});

describe("It is true of a preview's person that", () => {
  test("they have an identity hash, which the flow is told and which another device changes", async () => {
    const story = createTestPreview(greeting());
    const { identityHash } = story.preview.state();
    await story.preview.write("Hi");
    expect(story.preview.state().steps[0]).toMatchObject({ event: { contact: { identityHash } } });
    await story.preview.changeDevice();
    expect(story.preview.state().identityHash).not.toBe(identityHash);
  });

  test("a message for their old device is refused by the policy", async () => {
    const hash = "$(whatsapp.identityHash)";
    const flow: DrawnFlow = {
      nodes: [
        start,
        { id: "n3", type: "delay", config: { seconds: 60 } },
        {
          id: "n4",
          type: "whatsapp",
          config: { message: { type: "text", body: "Secret" }, identityKeyHash: hash },
        },
        { id: "n5", type: "end", config: { result: "policy" } },
      ],
      edges: ["n2 onBegin n3", "n3 onTimeout n4", "n4 onPolicyFail n5"],
    };
    const story = createTestPreview(flow);
    await story.preview.write("Hi");
    await story.preview.changeDevice();
    await story.preview.skip(60_000);
    expect(stands(story)).toEqual(["n5 ended policy"]);
  });

  test("they stop marketing messages, which takes their consent away", async () => {
    const story = createTestPreview(greeting());
    await story.preview.write("Hi");
    await story.preview.setMarketing("stop");
    expect(story.preview.state().steps.at(-1)).toMatchObject({ event: { optIn: { status: "opted-out" } } });
  });
});
