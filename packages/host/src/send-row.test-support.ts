import type { SendRow } from "@parley/store";

/** A queued send of a text to Ada, but for what a test says. */
export function sendRow(rest: Partial<SendRow> = {}): SendRow {
  return {
    key: "t-1-1",
    threadId: "t",
    conversationId: "t-1",
    appId: "main",
    sequence: 1,
    createdAt: 0,
    request: {
      type: "send-message",
      key: rest.key ?? "t-1-1",
      nodeId: "n3",
      to: { waId: "31612345678" },
      message: { type: "text", body: "Hello", previewUrl: false },
    },
    state: "queued",
    attempts: 0,
    nextAttemptAt: 0,
    ambiguousRetries: 0,
    ...rest,
  };
}
