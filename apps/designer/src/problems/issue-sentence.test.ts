import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { issueSentence } from "./issue-sentence.ts";

test("It is true that a problem of an outcome is told by its title, without the node's id", () => {
  const message = "onPolicyFail of n3 leads nowhere; the conversation would end with an error.";
  const issue = { severity: "warning", code: "outcome-unwired", nodeId: "n3", field: "onPolicyFail", message } as const;
  expect(issueSentence(issue, en)).toBe("Policy failure leads nowhere; the conversation would end with an error.");
});

test("It is true that a branch's own outcome keeps its name, however it reads", () => {
  const message = "fans of n3 of n5 leads nowhere; connect it.";
  const issue = { severity: "error", code: "outcome-unwired", nodeId: "n5", field: "fans of n3", message } as const;
  expect(issueSentence(issue, en)).toBe("fans of n3 leads nowhere; connect it.");
});

test("It is true that a problem of a field is told by its label", () => {
  const message = "config.branches[0].rows[1].value is not a regular expression: missing ).";
  const field = "config.branches[0].rows[1].value";
  const issue = { severity: "error", code: "bad-pattern", nodeId: "n5", field, message } as const;
  expect(issueSentence(issue, en)).toBe("Branch 1, Condition 2, Value is not a regular expression: missing ).");
});
