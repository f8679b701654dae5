import { expect, test } from "vitest";
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
  ["config.constructor", "config.constructor"],
  ["", ""],
])("It is true that the field %s is called %s", (field, label) => {
  expect(fieldLabel(field, en)).toBe(label);
});

test("It is true that a sentence begins with the label instead of the path, and that others stay", () => {
  const said = "config.message.body is empty; write the text to send.";
  expect(sentenceFor(said, "config.message.body", "Message")).toBe("Message is empty; write the text to send.");
  expect(sentenceFor("onError of n3 leads nowhere.", "onErr", "Error")).toBe("onError of n3 leads nowhere.");
});
