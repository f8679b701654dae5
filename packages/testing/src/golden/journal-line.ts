import type { JournalEntry } from "@parley/engine";
import { assertNever } from "@parley/messaging";

/** A journal entry as one line of a golden conversation. Different entries give different lines. */
export function journalLine(entry: JournalEntry): string {
  switch (entry.type) {
    case "node-entered":
      return `${entry.nodeId} entered`;
    case "node-left":
      return `${entry.nodeId} left by ${entry.outcome}${entry.target === undefined ? "" : ` for ${entry.target}`}`;
    case "variable-set":
      return `${entry.nodeId} set ${entry.name} to ${JSON.stringify(entry.value)}`;
    case "value-logged":
      return `${entry.nodeId} logged: ${entry.text}`;
    case "warned":
      return `${entry.nodeId} warned: ${entry.message}`;
    case "failed":
      return `${entry.nodeId} failed: ${entry.reason}`;
    case "ended":
      return `ended as ${entry.result}${entry.reason === undefined ? "" : `: ${entry.reason}`}`;
    default:
      return assertNever(entry);
  }
}
