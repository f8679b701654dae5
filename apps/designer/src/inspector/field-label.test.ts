import { messageTypes, newMessageConfigOf, nodeDefinitions } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { isObject } from "../document/read-json.ts";
import { en } from "../texts/en/index.ts";
import { fieldLabel, sentenceFor } from "./field-label.ts";

test.each([
  ["config.message.body", "Message"],
  ["config.branches[1].rows[0].value", "Branch 2, Condition 1, Value"],
  ["config.branches[0].name", "Branch 1, Name"],
  ["config.branches", "Branches"],
  ["config.trigger.conditions[2].values[4]", "Condition 3, Value 5"],
  ["onEnter[0].value", "Action 1 on entering, Value"],
  ["variables[3].default", "Variable 4, Value at the beginning"],
  ["config.message.sections[1].rows[0].title", "Section 2, Row 1, Title"],
  ["config.message.url", "Page that it opens"],
  ["config.message.source.url", "Link"],
  ["config.message.contacts[0].phones[1].phone", "Contact 1, Phone 2, Phone number"],
  ["config.events[2].event", "Event 3, Name of the event"],
  ["config.trigger.event", "Starts with"],
  ["config.constructor", "config.constructor"],
  ["", ""],
])("It is true that the field %s is called %s", (field, label) => {
  expect(fieldLabel(field, en)).toBe(label);
});

test("It is true that every field of every message has a name", () => {
  const unnamed = messageTypes.flatMap((type) =>
    fieldsOf(newMessageConfigOf(type) as unknown as Json, "config.message").filter(
      (field) => !/^[A-Z]/.test(fieldLabel(field, en)),
    ),
  );
  expect(messageTypes.length).toBeGreaterThan(10);
  expect(unnamed).toEqual([]);
});

test("It is true that every field of every new node has a name", () => {
  const configs = Object.values(nodeDefinitions).map(({ newConfig }) => newConfig as unknown as Json);
  const fields = configs.flatMap((config) => fieldsOf(config, "config")).filter((field) => field !== "config");
  expect(fields.length).toBeGreaterThan(60);
  expect(fields.filter((field) => !/^[A-Z]/.test(fieldLabel(field, en)))).toEqual([]);
});

function fieldsOf(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item: Json, index) => fieldsOf(item, `${path}[${index}]`))];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, `${path}.${name}`));
}

test("It is true that a sentence begins with the label instead of the path, and that others stay", () => {
  const said = "config.message.body is empty; write the text to send.";
  expect(sentenceFor(said, "config.message.body", "Message")).toBe("Message is empty; write the text to send.");
  expect(sentenceFor("onError of n3 leads nowhere.", "onErr", "Error")).toBe("onError of n3 leads nowhere.");
});
