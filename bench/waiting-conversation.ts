import { type CompiledFlow, newConversation, takeTurn, type Turn, type TurnEvent } from "@parley/engine";
import { createCloudApiGateway } from "@parley/gateway/cloud-api";
import { type InboundMessage, invariant, type Json } from "@parley/messaging";
import type { CommitUnit, JournalRow, SendRow } from "@parley/store";
import { businessNumber, textWebhook } from "@parley/testing/processes";
import { waIdOf } from "./wa-id.ts";
import { waitMs } from "./waiting-flow.ts";

/** The app of a server that is set by its environment. */
const appId = "default";
const message = firstMessage();

/**
 * What is stored of a conversation that waits for its contact until a time: what the host commits when a person has written and was
 * greeted. Its states are the engine's own.
 */
export function waitingConversation(compiled: CompiledFlow, index: number, firesAt: number): CommitUnit {
  const at = firesAt - waitMs;
  const [threadId, id, waId] = [`waiting${index}`, `waiting${index}-1`, waIdOf(index)];
  const received = {
    contact: { waId, name: "Sam" },
    message: { ...message, id: `wamid.waiting.${index}`, sentAt: at },
  };
  const begun = newConversation(compiled, { id, appId, contact: received.contact });
  const started = turn(compiled, begun, { type: "conversation-started", at, ...received });
  const request = started.turn.effects.find((effect) => effect.type === "send-message");
  invariant(request !== undefined, "the flow greets");
  const messageId = `wamid.greeting.${index}`;
  const accepted = turn(compiled, started.turn.conversation, {
    type: "send-accepted",
    at,
    key: request.key,
    messageId,
  });
  const { conversation } = accepted.turn;
  const timers = Object.entries(conversation.timers);
  invariant(timers.length === 1 && timers[0]?.[1].firesAt === firesAt, "it waits until that time");
  const send: SendRow = {
    ...{ key: request.key, threadId, conversationId: id, appId, request, state: "accepted", messageId },
    ...{ sequence: index + 1, createdAt: at, attempts: 1, nextAttemptAt: at, ambiguousRetries: 0 },
  };
  const { flowId, flowVersion } = conversation;
  const live = [{ conversation, startedAt: at, deferred: [] }];
  return {
    thread: {
      expectedRevision: 0,
      state: { id: threadId, appId, contact: received.contact, lastInboundAt: at, conversationCount: 1, live },
    },
    inbox: [{ id: `${appId} wamid.waiting.${index}`, receivedAt: at }],
    aliases: [{ appId, identity: waId, threadId }],
    setTimers: timers.map(([timerId, timer]) => ({ threadId, conversationId: id, timerId, ...timer })),
    sends: [send],
    conversations: [{ id, threadId, appId, flowId, flowVersion, startedAt: at, status: "live" }],
    journal: [started, accepted].map(({ turn, event }) => journalOf(threadId, turn, event)),
  };
}

function turn(compiled: CompiledFlow, from: Turn["conversation"], event: TurnEvent): { turn: Turn; event: TurnEvent } {
  const taken = takeTurn(compiled, from, event);
  invariant(taken.isHandled, `the flow takes ${event.type}`);
  return { turn: taken, event };
}

function journalOf(threadId: string, { conversation, journal, effects }: Turn, event: TurnEvent): JournalRow {
  return { threadId, conversationId: conversation.id, at: event.at, event, entries: journal, effects };
}

/** A message as the gateway reads it from a webhook. */
function firstMessage(): InboundMessage {
  const { accessToken, phoneNumberId } = businessNumber;
  const gateway = createCloudApiGateway({ accessToken, requestTimeoutMs: 1_000, connections: 1 });
  const [update] = gateway.parse(textWebhook({ phoneNumberId, from: waIdOf(0), text: "hello" }) as Json).updates;
  invariant(update?.type === "message", "a text is a message");
  return update.message;
}
