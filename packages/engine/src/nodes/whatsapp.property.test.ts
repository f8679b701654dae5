import { messageTypes } from "@parley/flow";
import { type Json, type JsonObject, waIdOf } from "@parley/messaging";
import { drawFlow } from "@parley/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../compile.ts";
import type { SendMessage } from "../effect.ts";
import { begin, startedBy } from "../engine.test-support.ts";
import { takeTurn, type Turn } from "../take-turn.ts";

const link = { type: "link", url: "https://media.example/a.jpg" };
const file = { kind: "image", source: { type: "upload", mediaId: "7" }, fileName: "a.jpg" };
const place = { latitude: "52.37", longitude: "4.9", name: "Shop", address: "Damrak 1" };
const parameter = { type: "text", name: "who", text: "Ada" };
const template = {
  type: "template",
  name: "order_update",
  language: "en",
  header: { type: "location", place },
  body: [
    parameter,
    { type: "currency", name: "sum", code: "EUR", amount1000: "9990", fallback: "€ 9.99" },
    { type: "date-time", name: "day", timestamp: "1798136400", fallback: "24 December" },
  ],
  buttons: [
    { type: "quick-reply", index: 0, payload: "track" },
    { type: "url", index: 1, suffix: "orders/7" },
    { type: "copy-code", index: 2, code: "25OFF" },
    { type: "otp", index: 3, code: "483920" },
  ],
};
const buttons = [
  { id: "yes", title: "Yes" },
  { id: "no", title: "No" },
];
const phone = { phone: "+31612345678", type: "WORK", waId: "31612345678" };
const address = { street: "s", city: "c", state: "s", zip: "z", country: "c", countryCode: "nl", type: "HOME" };

/** A message of each type that can be sent, with something in every field; of some types several. */
const messages: { readonly [type: string]: readonly JsonObject[] } = {
  text: [{ body: "Hello", previewUrl: true }],
  media: [
    { kind: "image", mimeType: "image/jpeg", source: link, caption: "Look", fileName: "" },
    { kind: "document", mimeType: "", source: { type: "upload", mediaId: "7" }, caption: "Bill", fileName: "a.pdf" },
  ],
  location: [place],
  contacts: [
    {
      contacts: [
        {
          name: { formattedName: "Ada", firstName: "Ada", middleName: "", lastName: "", prefix: "", suffix: "" },
          phones: [phone],
          emails: [{ email: "ada@example.com", type: "" }],
          urls: [{ url: "https://example.com", type: "" }],
          addresses: [address],
          organization: { company: "c", department: "d", title: "t" },
          birthday: "1815-12-10",
        },
      ],
    },
  ],
  list: [
    {
      ...{ header: "Menu", body: "Choose", footer: "Till nine", button: "Open" },
      sections: [
        { title: "Drinks", rows: [{ id: "tea", title: "Tea", description: "Green" }] },
        { title: "Food", rows: [{ id: "cake", title: "Cake", description: "" }] },
      ],
    },
  ],
  "reply-buttons": [
    { header: { type: "text", text: "Order" }, body: "Right?", footer: "Please", buttons },
    { header: { type: "media", media: { ...file, fileName: "" } }, body: "Right?", footer: "", buttons },
  ],
  template: [
    template,
    { ...template, header: { type: "text", parameter } },
    { ...template, header: { type: "media", media: file } },
  ],
  "cta-url": [{ header: { type: "none" }, body: "Look", footer: "", displayText: "Open", url: "https://example.com" }],
  "location-request": [{ body: "Where are you?" }],
  reaction: [{ messageId: "wamid.1", emoji: "👍" }],
  "read-mark": [{ messageId: "wamid.1", showsTyping: true }],
};

const alongside = { contextId: "wamid.0", identityKeyHash: "hash", correlationId: "7", callbackData: "{}" };

type Place = { readonly path: readonly (string | number)[]; readonly text: string };

/** The texts that may hold expressions. */
function textsIn(value: Json, path: Place["path"] = []): Place[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([name, part]) =>
    ["type", "kind", "mimeType"].includes(name)
      ? []
      : textsIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function replaced(value: Json, [name, ...rest]: Place["path"], text: string): Json {
  if (name === undefined) return text;
  const copy = structuredClone(value) as { [name: string]: Json };
  copy[name] = replaced(copy[name] ?? "", rest, text);
  return copy;
}

function valueAt(value: unknown, path: Place["path"]): unknown {
  return path.reduce<unknown>((part, name) => (part as { readonly [name: string]: unknown })[name], value);
}

/** Texts of every kind: short and long, with line breaks, marks, halves of characters, and what looks like an expression. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.integer({ min: 0, max: 5100 }).map((length) => "x".repeat(length)),
  fc
    .tuple(fc.integer({ min: 0, max: 2600 }), fc.constantFrom("🐸", "é", " ", "\n", "\u0000", "\ud800"))
    .map(([length, unit]) => unit.repeat(length)),
  fc.constantFrom("", "$(other)", "$$(", "$(", "52.4", "-1e400", "7", "Yes", "👍", "en_US", "EUR", "1999-01-23", " a "),
  fc.constantFrom("https://example.com/b.jpg", "+31 6 1234 5670", "US.7", "__proto__", "null", "{}", "\\", '"'),
);

const drawings = fc.constantFrom(...messageTypes).chain((type) =>
  fc.constantFrom(...(messages[type] ?? [])).chain((message) => {
    const config = { message: { type, ...message }, ...alongside };
    const places = textsIn(config);
    return fc.record({
      config: fc.constant(config),
      changes: fc.array(fc.record({ place: fc.constantFrom(...places), text: anyText }), {
        minLength: 1,
        maxLength: 3,
      }),
    });
  }),
);

/** Enters a send node whose texts at some places are expressions for other texts. */
function send(config: Json, changes: readonly { readonly place: Place; readonly text: string }[]): Turn {
  const drawn = changes.reduce((value, { place: { path } }, index) => replaced(value, path, `$(v${index})`), config);
  const flow = drawFlow({
    nodes: [{ id: "n3", type: "whatsapp", config: drawn }],
    edges: ["n2 onBegin n3"],
    variables: [...changes.map(({ text }, index) => ({ name: `v${index}`, default: text })), { name: "other" }],
  });
  const compiled = compile(flow, 1);
  return takeTurn(compiled, begin(compiled), startedBy());
}

function sentBy({ effects }: Turn): SendMessage | undefined {
  return effects.find((effect) => effect.type === "send-message");
}

function whyNot({ journal }: Turn): readonly string[] {
  return journal.flatMap((entry) => (entry.type === "failed" ? [entry.reason] : []));
}

describe("It is true of any text in any field of any message that", () => {
  test("every message type has an example that is sent as it is", () => {
    for (const type of messageTypes) {
      expect(messages[type]?.length).toBeGreaterThan(0);
      for (const message of messages[type] ?? []) {
        const turn = send({ message: { type, ...message }, ...alongside }, []);
        expect(whyNot(turn)).toEqual([]);
        expect(sentBy(turn)?.message.type).toBe(type);
      }
    }
  });

  test("it is sent intact, or the node leaves by onError with a sentence that names its field", () => {
    const seen = { sent: 0, refused: 0 };
    const property = fc.property(drawings, ({ config, changes }) => {
      const last = changes.filter(
        ({ place }, index) =>
          !changes.slice(index + 1).some((later) => String(later.place.path) === String(place.path)),
      );
      const turn = send(config, last);
      const effect = sentBy(turn);
      if (effect === undefined) {
        seen.refused++;
        expect(turn.journal).toContainEqual(expect.objectContaining({ type: "node-left", outcome: "onError" }));
        expect(whyNot(turn)).toEqual([
          expect.stringMatching(/^(message|contextId|identityKeyHash|correlationId|callbackData)[. [].+\.$/s),
        ]);
        return;
      }
      seen.sent++;
      const {
        message,
        contextId = "",
        identityKeyHash = "",
        notify = { correlationId: "", callbackData: "" },
      } = effect;
      const given = { message, contextId, identityKeyHash, ...notify };
      for (const { place, text } of last) {
        // A quick reply whose payload is empty gives back its text and is left out.
        if (text === "" && place.path.at(-1) === "payload") continue;
        const found = valueAt(given, shifted(place.path, last));
        expect(typeof found === "number" ? Number(text) : found).toBe(typeof found === "number" ? found : text);
      }
    });
    fc.assert(property, { numRuns: 500 });
    expect(seen.sent).toBeGreaterThan(80);
    expect(seen.refused).toBeGreaterThan(80);
  });

  test("a destination is one that some country may have, or refused with a sentence", () => {
    const property = fc.property(anyText, (text) => {
      const turn = send({ message: { type: "text", body: "Hello" }, destination: "31612345670" }, [
        { place: { path: ["destination"], text: "" }, text },
      ]);
      const effect = sentBy(turn);
      if (effect === undefined) expect(whyNot(turn)).toEqual([expect.stringMatching(/^destination is .+\.$/s)]);
      else if (effect.to.waId !== undefined) {
        expect(waIdOf(text)).toEqual({ ok: true, value: effect.to.waId });
        expect(effect.writtenTo).toBe(text.trim());
      } else expect(effect.to.bsuid).toBe(text.trim());
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("a notify URL is kept without spaces at its end, or warned of, and the message is sent all the same", () => {
    const property = fc.property(anyText, (text) => {
      const turn = send({ message: { type: "text", body: "Hello" }, notifyUrl: "https://example.com" }, [
        { place: { path: ["notifyUrl"], text: "" }, text },
      ]);
      const effect = sentBy(turn);
      expect(effect).toBeDefined();
      const warnings = turn.journal.filter(({ type }) => type === "warned");
      if (warnings.length > 0 || text.trim() === "") expect(effect?.notify).toBeUndefined();
      else expect(effect?.notify?.url).toBe(text.trimEnd());
    });
    fc.assert(property, { numRuns: 300 });
  });
});

/** Quick replies without a payload are left out, and later buttons move up. */
function shifted(
  path: Place["path"],
  changes: readonly { readonly place: Place; readonly text: string }[],
): Place["path"] {
  const isLeftOut = changes.some(({ place, text }) => text === "" && place.path.at(-1) === "payload");
  const [root, list, index, ...rest] = path;
  return isLeftOut && list === "buttons" && typeof index === "number" && root !== undefined
    ? [root, list, index - 1, ...rest]
    : path;
}
