import type { FlowIssue } from "@parley/flow";
import { fieldLabel, sentenceFor } from "../inspector/field-label.ts";
import { outcomeTitle } from "../nodes/titles.ts";
import type { Texts } from "../texts/en/index.ts";

/** The problems whose field is an outcome. */
const ofOutcomes = new Set(["outcome-unwired", "bad-edge"]);

/** What is wrong, where the node is known: its fields and outcomes by the names that people see, its id left out. */
export function issueSentence(issue: FlowIssue, texts: Texts): string {
  const { code, field = "", message, nodeId } = issue;
  if (!ofOutcomes.has(code)) return sentenceFor(message, field, fieldLabel(field, texts));
  const own = message.replace(`${field} of ${nodeId} `, `${field} `);
  return sentenceFor(own, field, outcomeTitle(field, texts));
}
