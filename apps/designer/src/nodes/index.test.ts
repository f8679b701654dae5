import fc from "fast-check";
import { nodeDefinitions } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { faceOf, nodeFaces, nodeTypes } from "./index.ts";
import { nodeTitle, outcomeTitle } from "./titles.ts";

test("every node type has a face and a title, and no other", () => {
  expect(nodeTypes.toSorted()).toEqual(Object.keys(nodeDefinitions).toSorted());
  expect(Object.keys(en.nodes.types).toSorted()).toEqual(nodeTypes.toSorted());
  expect(faceOf("teleport")).toBeUndefined();
  expect(faceOf("toString")).toBeUndefined();
});

test("a card says what its node does", () => {
  const branches = [
    { name: "yes", rows: [{ variable: "$(a)", operator: "equals", value: "1" }] },
    { name: "no", rows: [] },
    { name: "else", rows: [] },
  ];
  const conditions = [{ variable: "$(whatsapp.message)", operator: "contains", value: "hi" }];
  const said = {
    start: { trigger: { type: "whatsapp", event: "whatsapp.mo", conditions } },
    whatsapp: { message: { type: "text", body: "Hello" } },
    receive: { events: [{ type: "whatsapp.mo" }, { type: "whatsapp.reply" }], timeoutSeconds: 60 },
    "wait-for": { send: "n3", waitFor: "read", timeoutSeconds: 20 },
    branch: { branches },
    delay: { seconds: 90 },
    evaluate: { script: "\ntotal * 2", branches: ["low", "high"] },
    "http-request": { method: "GET", url: "https://example.com/$(order)" },
    "data-parser": { source: "$(http.responseBody)", fields: [{ name: "sku" }, { name: "price" }] },
    profile: { action: "set", fields: [{ name: "city", value: "Delft" }] },
    "generate-otp": { format: "numeric", length: 6, validMinutes: 30 },
    "validate-otp": { generator: "n3", code: "$(receive.message)" },
    split: {
      branches: [
        { name: "A", percent: 90 },
        { name: "B", percent: 10 },
      ],
    },
    "business-hours": {
      timeZone: "Europe/Amsterdam",
      week: { monday: [{ from: "09:00", to: "17:00" }] },
      outside: "wait",
    },
    end: { result: "incomplete" },
  };
  expect(nodeTypes.map((type) => nodeFaces[type].summary(said[type], en))).toEqual([
    "When a message comes and $(whatsapp.message) contains “hi”",
    "Hello",
    "Waits for a message or a quick reply, at most 1 minute",
    "Waits until the message of n3 is read, at most 20 seconds",
    "yes: $(a) is “1”\nno: no condition yet",
    "Waits 1 minute 30 seconds",
    "total * 2\nto low or high",
    "GET https://example.com/$(order)",
    "Picks sku and price from $(http.responseBody)",
    "Sets city of the contact",
    "A one-time password of 6 digits, good for 30 minutes",
    "Compares $(receive.message) with the password of n3",
    "A 90 %, B 10 %",
    "Mon 09:00–17:00 (Europe/Amsterdam)\nOutside, waits for the next hours",
    "Ends the conversation: Incomplete",
  ]);
});

test("a delay until a date says until when", () => {
  const until = { at: "2026-12-24T18:00", timeZone: "Europe/Amsterdam" };
  expect(nodeFaces.delay.summary({ until }, en)).toBe("Waits until 2026-12-24T18:00 (Europe/Amsterdam)");
});

test("no config, however broken, keeps a card from being drawn", () => {
  const names = [
    "branches",
    "events",
    "message",
    "trigger",
    "send",
    "waitFor",
    "seconds",
    "timeoutSeconds",
    "result",
  ].concat(["script", "fields", "reads", "week", "until", "validMinutes", "timeZone"]);
  const config = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(
    fc.property(config, (broken) => {
      for (const face of Object.values(nodeFaces)) expect(typeof face.summary(broken as JsonObject, en)).toBe("string");
    }),
  );
});

test("a node without a name is called by its type, and a branch's outcome by its own name", () => {
  expect(nodeTitle({ type: "delay", name: " " }, en)).toBe("Delay");
  expect(outcomeTitle("onPolicyFail", en)).toBe("Policy failure");
  expect(outcomeTitle("constructor", en)).toBe("constructor");
});
