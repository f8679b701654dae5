import { writeSync } from "node:fs";
import type { CommitUnit } from "../store.ts";
import { openSqliteStore } from "./sqlite-store.ts";

// A process to be killed: commits turns of 64 threads as fast as it can, and writes each turn's name once it is acknowledged.

const path = process.argv[2] ?? "";
const store = await openSqliteStore({ path });
await Promise.all(Array.from({ length: 64 }, (_, index) => takeTurns(`t${index}`)));

async function takeTurns(threadId: string): Promise<never> {
  for (let turn = 0; ; turn++) {
    const [result] = await store.commit([turnOf(threadId, turn)]);
    // At once and to a file, so that it outlives this process.
    writeSync(1, `${threadId} ${turn} ${result?.type}\n`);
  }
}

function turnOf(threadId: string, turn: number): CommitUnit {
  const conversationId = `${threadId}-1`;
  const key = `${conversationId}-${turn}`;
  const request = { type: "send-message", key, nodeId: "n4", to: {} } as const;
  const message = { type: "text", body: "x".repeat(500), previewUrl: false } as const;
  const event = { type: "timer-fired", at: turn, timerId: "t", generation: turn } as const;
  const task = { type: "parse-data", format: "json", text: "{}", fields: [] } as const;
  const post = { url: "https://example.com", body: {}, state: "queued", attempts: 0, createdAt: 0 } as const;
  const sending = { state: "queued", attempts: 0, nextAttemptAt: 0, ambiguousRetries: 0, createdAt: 0 } as const;
  return {
    thread: {
      expectedRevision: turn,
      state: { id: threadId, appId: "app-1", contact: {}, conversationCount: turn, live: [] },
    },
    inbox: [{ id: key, receivedAt: turn }],
    setTimers: [{ threadId, conversationId, timerId: "t", generation: turn, firesAt: turn }],
    sends: [
      { key, threadId, conversationId, appId: "app-1", sequence: turn, request: { ...request, message }, ...sending },
    ],
    journal: [{ threadId, conversationId, at: turn, event, entries: [], effects: [] }],
    topics: [{ threadId, conversationId, topics: [`${threadId} at ${turn}`, threadId] }],
    tasks: [{ key, threadId, conversationId, appId: "app-1", createdAt: turn, task, state: "queued" }],
    posts: [{ id: `post-${key}`, threadId, nextAttemptAt: turn, ...post }],
    contacts: [{ threadId, appId: "app-1", contact: { waId: threadId, name: `Turn ${turn}` }, at: turn }],
  };
}
