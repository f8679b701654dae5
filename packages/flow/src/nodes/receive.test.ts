import { channelEvents } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { inboundOutputs } from "./inbound-outputs.ts";
import { receive } from "./receive.ts";

const { config } = makeNode("receive", { events: [{ type: "whatsapp.list" }, { type: "whatsapp.mo" }] });
const onTimeout = { name: "onTimeout", colour: "amber" };
const onError = { name: "onError", colour: "red", isRequired: false };

describe("a Receive", () => {
  test("leaves by each of its events in their order, by onTimeout and by onError", () => {
    expect(receive.outcomes({ ...config, timeoutSeconds: 300 })).toEqual([
      { name: "whatsapp.list", colour: "green", isRequired: true },
      { name: "whatsapp.mo", colour: "green", isRequired: true },
      { ...onTimeout, isRequired: true },
      onError,
    ]);
  });

  test("demands a way for onTimeout only when it has a timeout", () => {
    expect(receive.outcomes(config)).toContainEqual({ ...onTimeout, isRequired: false });
  });

  test("puts out what its events bring", () => {
    expect(receive.outputs(config)).toEqual(inboundOutputs(["whatsapp.list", "whatsapp.mo"]));
  });

  test("may hold an expression in its timeout", () => {
    expect(receive.templates({ ...config, timeoutSeconds: "$(wait)" })).toEqual([
      { field: "timeoutSeconds", source: "$(wait)" },
    ]);
    expect(receive.templates({ ...config, timeoutSeconds: 300 })).toEqual([]);
  });

  test("tells its patterns, each with its place", () => {
    const events = [{ type: "whatsapp.list" }, { type: "whatsapp.mo", pattern: "^a" }];
    const { config: drawn } = makeNode("receive", { events });
    expect(receive.patterns?.(drawn)).toEqual([{ field: "events[1].pattern", source: "^a" }]);
    expect(receive.patterns?.(config)).toEqual([]);
  });

  test("may wait for every event of the channel at once", () => {
    expect(configProblems("receive", { events: channelEvents.map((type) => ({ type })) })).toEqual([]);
  });

  test("leaves by the names that its entries give, else by those of their events", () => {
    const { config: named } = makeNode("receive", {
      events: [
        { type: "whatsapp.mo", keywords: ["yes"], outcome: "said yes" },
        { type: "whatsapp.mo" },
        { type: "custom-event", event: "payment.done", match: [{ key: "order", value: "$(order)" }] },
        { type: "custom-event", event: "payment.done", outcome: "paid", match: [{ key: "id", value: "7" }] },
      ],
    });
    expect(receive.outcomes(named).map(({ name }) => name)).toEqual([
      "said yes",
      "whatsapp.mo",
      "payment.done",
      "paid",
      "onTimeout",
      "onError",
    ]);
    expect(receive.outputs(named)).toEqual([...inboundOutputs(["whatsapp.mo", "whatsapp.mo"]), "customEvent.*"]);
  });

  test("that waits for a custom event alone puts out nothing of a message", () => {
    const match = [{ key: "order", value: "7" }];
    const node = makeNode("receive", { events: [{ type: "custom-event", event: "paid", match }] });
    expect(receive.outputs(node.config)).toEqual(["customEvent.*"]);
  });

  test("may hold expressions in every filter and in the values of resume keys", () => {
    const { config: filtered } = makeNode("receive", {
      events: [
        {
          type: "whatsapp.mo",
          from: "$(friend)",
          senderName: "$(name)",
          keywords: ["$(word)", "stop"],
          pattern: "^$(start)",
          media: ["text"],
        },
        { type: "custom-event", event: "paid", match: [{ key: "order", value: "$(order)" }] },
      ],
    });
    expect(receive.templates(filtered)).toEqual([
      { field: "events[0].from", source: "$(friend)" },
      { field: "events[0].senderName", source: "$(name)" },
      { field: "events[0].pattern", source: "^$(start)" },
      { field: "events[0].keywords[0]", source: "$(word)" },
      { field: "events[0].keywords[1]", source: "stop" },
      { field: "events[1].match[0].value", source: "$(order)" },
    ]);
  });

  test.each<[object[], string[]]>([
    [[{ type: "whatsapp.mo" }, { type: "whatsapp.mo", keywords: ["a"], outcome: "a" }], ["events[1]"]],
    [[{ type: "whatsapp.mo", keywords: ["a"], outcome: "a" }, { type: "whatsapp.mo" }], []],
    [[{ type: "whatsapp.mo" }, { type: "whatsapp.mo", from: "31612345670", outcome: "friend" }], []],
    [
      [
        { type: "whatsapp.mo", media: [] },
        { type: "whatsapp.mo", outcome: "again" },
      ],
      ["events[1]"],
    ],
    [[{ type: "whatsapp.mo" }, { type: "whatsapp.list" }], []],
  ])("warns of an entry that is never taken: %j", (events, fields) => {
    const problems = receive.problems?.(makeNode("receive", { events }).config, {});
    expect(problems?.map(({ code, field }) => `${code} ${field}`)).toEqual(
      fields.map((field) => `never-taken ${field}`),
    );
  });

  test.each<[unknown, string]>([
    [
      { events: [{ type: "custom-event", event: "paid", match: [] }] },
      "config.events[0].match is empty; name a resume key and its value",
    ],
    [
      { events: [{ type: "custom-event", event: "paid", match: [{ key: "order", value: "" }] }] },
      "config.events[0].match[0].value is empty; give the value that tells this conversation from others",
    ],
    [
      { events: [{ type: "whatsapp.mo", outcome: "onError" }] },
      "config.events[0].outcome is the name of another outcome of the node; choose another",
    ],
    [
      { events: [{ type: "whatsapp.mo", media: ["hologram"] }] },
      'config.events[0].media[0] is "hologram"; it must be "text", "image", "video", "audio", "document", "sticker", "location" or "contacts"',
    ],
    [{ events: [] }, "config.events is empty; choose at least one event to wait for"],
    [{ events: [{ type: "whatsapp.mo" }, { type: "whatsapp.mo" }] }, "config.events names an event twice"],
    [{ events: [{ type: "whatsapp.mo" }], timeoutSeconds: 0 }, "config.timeoutSeconds must be more than 0 seconds"],
    [{ events: ["whatsapp.mo"] }, "config.events[0] is a string; it must be an object"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("receive", drawn)).toEqual([sentence]);
  });
});
