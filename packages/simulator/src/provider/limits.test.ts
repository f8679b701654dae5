import type { JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { createTestProvider, mediaOf, textOf } from "./provider.test-support.ts";

/*
 * Each limit of the Cloud API: met exactly, and exceeded by one. Meta's own limits, also where Parley has a stricter one (ids of buttons, bodies of
 * lists, contact cards), since the simulator stands in for Meta and not for Parley.
 */

type Case = {
  readonly name: string;
  readonly most: number;
  readonly message: (size: number) => JsonObject;
  readonly code: number;
  readonly words: string;
};

const link = "https://example.com/a";

function interactive(type: string, rest: JsonObject): JsonObject {
  return { type: "interactive", interactive: { type, body: { text: "Choose" }, ...rest } };
}

function buttons(titles: readonly string[], rest: JsonObject = {}): JsonObject {
  const replies = titles.map((title, index) => ({ type: "reply", reply: { id: `b${index}`, title } }));
  return interactive("button", { action: { buttons: replies }, ...rest });
}

function rows(count: number, change: JsonObject = {}): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}`, ...change }));
}

function list(sections: JsonObject[], rest: JsonObject = {}): JsonObject {
  return interactive("list", { action: { button: "Menu", sections }, ...rest });
}

function ctaUrl(parameters: JsonObject): JsonObject {
  return interactive("cta_url", {
    action: { name: "cta_url", parameters: { display_text: "Go", url: link, ...parameters } },
  });
}

const lengthWords = (name: string, most: number, least = 1) =>
  `${name} length invalid. Min length: ${least}, Max length: ${most}`;

const cases: readonly Case[] = [
  {
    ...{ name: "text.body", most: 4_096, code: 100, words: "must be at most 4096 characters long." },
    message: (size) => ({ type: "text", text: { body: textOf(size) } }),
  },
  ...(["image", "video", "document"] as const).map((kind) => ({
    ...{ name: `${kind}.caption`, most: 1_024, code: 100, words: "must be at most 1024 characters long." },
    message: (size: number) => mediaOf(kind, { link, caption: textOf(size) }),
  })),
  {
    ...{ name: "contacts", most: 257, code: 100, words: "must have at most 257 elements." },
    message: (size) => ({
      type: "contacts",
      contacts: Array.from({ length: size }, () => ({ name: { formatted_name: "A B", first_name: "A" } })),
    }),
  },
  {
    ...{ name: "interactive header text", most: 60, code: 131009, words: lengthWords("Header text", 60) },
    message: (size) => buttons(["A"], { header: { type: "text", text: textOf(size) } }),
  },
  {
    ...{ name: "interactive footer", most: 60, code: 131009, words: lengthWords("Footer text", 60, 0) },
    message: (size) => buttons(["A"], { footer: { text: textOf(size) } }),
  },
  {
    ...{ name: "button body", most: 1_024, code: 131009, words: lengthWords("Body text", 1_024) },
    message: (size) => buttons(["A"], { body: { text: textOf(size) } }),
  },
  {
    ...{
      name: "buttons",
      most: 3,
      code: 131009,
      words: "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3",
    },
    message: (size) => buttons(Array.from({ length: size }, (_, index) => `B${index}`)),
  },
  {
    ...{ name: "button title", most: 20, code: 131009, words: lengthWords("Button title", 20) },
    message: (size) => buttons([textOf(size)]),
  },
  {
    ...{ name: "button id", most: 256, code: 131009, words: lengthWords("Button id", 256) },
    message: (size) => {
      const reply = { id: textOf(size), title: "A" };
      return interactive("button", { action: { buttons: [{ type: "reply", reply }] } });
    },
  },
  {
    ...{ name: "list body", most: 4_096, code: 131009, words: lengthWords("Body text", 4_096) },
    message: (size) => list([{ rows: rows(1) }], { body: { text: textOf(size) } }),
  },
  {
    ...{ name: "list button", most: 20, code: 131009, words: lengthWords("Button text", 20) },
    message: (size) => interactive("list", { action: { button: textOf(size), sections: [{ rows: rows(1) }] } }),
  },
  {
    ...{ name: "list sections", most: 10, code: 131009, words: "Max allowed sections: 10" },
    message: (size) =>
      list(Array.from({ length: size }, (_, index) => ({ title: `S${index}`, rows: rows(1, { id: `r${index}` }) }))),
  },
  {
    ...{ name: "list rows in all", most: 10, code: 131009, words: "Total row count exceed max allowed count: 10" },
    message: (size) => list([{ rows: rows(size) }]),
  },
  {
    ...{ name: "list section title", most: 24, code: 131009, words: lengthWords("Section title", 24, 0) },
    message: (size) => list([{ title: textOf(size), rows: rows(1) }]),
  },
  {
    ...{ name: "list row title", most: 24, code: 131009, words: lengthWords("Row title", 24) },
    message: (size) => list([{ rows: rows(1, { title: textOf(size) }) }]),
  },
  {
    ...{ name: "list row id", most: 200, code: 131009, words: lengthWords("Row id", 200) },
    message: (size) => list([{ rows: rows(1, { id: textOf(size) }) }]),
  },
  {
    ...{ name: "list row description", most: 72, code: 131009, words: lengthWords("Row description", 72, 0) },
    message: (size) => list([{ rows: rows(1, { description: textOf(size) }) }]),
  },
  {
    ...{ name: "cta_url body", most: 1_024, code: 131009, words: lengthWords("Body text", 1_024) },
    message: (size) =>
      interactive("cta_url", {
        body: { text: textOf(size) },
        action: { name: "cta_url", parameters: { display_text: "Go", url: link } },
      }),
  },
  {
    ...{ name: "cta_url display_text", most: 20, code: 131009, words: lengthWords("Button display text", 20) },
    message: (size) => ctaUrl({ display_text: textOf(size) }),
  },
  {
    ...{ name: "location request body", most: 1_024, code: 131009, words: lengthWords("Body text", 1_024) },
    message: (size) =>
      interactive("location_request_message", { body: { text: textOf(size) }, action: { name: "send_location" } }),
  },
  {
    ...{ name: "latitude", most: 90, code: 100, words: "must be a number from -90 to 90." },
    message: (size) => ({ type: "location", location: { latitude: size, longitude: 0 } }),
  },
  {
    ...{ name: "longitude", most: 180, code: 100, words: "must be a number from -180 to 180." },
    message: (size) => ({ type: "location", location: { latitude: 0, longitude: -size } }),
  },
];

describe.each(cases)("$name", ({ most, message, code, words }) => {
  test(`may be ${most}`, () => {
    expect(createTestProvider().post(message(most))).toBe("taken");
  });

  test(`may not be ${most + 1}, which is refused with ${code}`, () => {
    const provider = createTestProvider();
    expect(provider.post(message(most + 1))).toMatchObject({ code, details: expect.stringContaining(words) });
    expect(provider.newest()).toBeUndefined();
  });
});
