import type { Conversation, TurnEvent } from "@parley/engine";
import type { TaskAnswer } from "@parley/flow";
import { type Contact, type InboundContent, type JsonObject, receiptStatuses } from "@parley/messaging";
import fc from "fast-check";
import { randomTexts } from "./random-flow.ts";

/**
 * What may happen next, said without knowing where the conversation stands. `age` counts back: 0 means the latest send or the armed timer, 1 and
 * more mean older ones, which should change nothing.
 */
export type Move =
  | { readonly type: "message"; readonly content: InboundContent; readonly from: Contact; readonly answers: number }
  | { readonly type: "signal"; readonly event: string; readonly parameters: JsonObject }
  | { readonly type: "reply"; readonly title: string; readonly age: number }
  | { readonly type: "answer"; readonly how: "send-accepted" | "send-refused" | "send-failed"; readonly age: number }
  | {
      readonly type: "receipt";
      readonly status: (typeof receiptStatuses)[number];
      readonly age: number;
      readonly at: number;
    }
  | { readonly type: "task"; readonly how: TaskAnswer["type"]; readonly said: string; readonly age: number }
  | { readonly type: "timer"; readonly age: number }
  | { readonly type: "start" | "interrupt" | "stop" };

const text = fc.constantFrom(...randomTexts);
const content: fc.Arbitrary<InboundContent> = fc.oneof(
  { weight: 6, arbitrary: text.map((said) => ({ type: "text", text: said }) as const) },
  { weight: 2, arbitrary: text.map((title) => ({ type: "button-reply", id: title, title }) as const) },
  { weight: 2, arbitrary: text.map((title) => ({ type: "list-reply", id: title, title, description: "" }) as const) },
  { weight: 2, arbitrary: text.map((payload) => ({ type: "postback", payload, text: payload }) as const) },
  { weight: 1, arbitrary: fc.constant({ type: "reaction", messageId: "wamid.1", emoji: "+1" } as const) },
);
const age = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });

const contact: Contact = { waId: "31612345678", name: "Ada" };
const friend: Contact = { waId: "31612345670", name: "Grace" };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("message" as const),
      content,
      from: fc.oneof({ weight: 4, arbitrary: fc.constant(contact) }, { weight: 1, arbitrary: fc.constant(friend) }),
      answers: age,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("signal" as const),
      event: fc.constantFrom("paid", "paid", "shipped"),
      parameters: fc.record(
        { order: fc.constantFrom("yes", "yes", "yes", 7, true, {}), word: fc.oneof(fc.constant("yes"), text) },
        { requiredKeys: ["order"] },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("reply" as const), title: text, age }) },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant("answer" as const),
      how: fc.constantFrom("send-accepted", "send-accepted", "send-accepted", "send-refused", "send-failed"),
      age,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant("receipt" as const),
      status: fc.constantFrom(...receiptStatuses),
      age,
      at: fc.nat(100),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant("task" as const),
      how: fc.constantFrom("done", "done", "done", "timed-out", "failed"),
      said: text,
      age,
    }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("timer" as const), age }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom("start" as const, "interrupt" as const, "stop" as const) }),
  },
);

/** Random things that happen to a conversation, one after another. */
export function randomMoves(maxLength = 25): fc.Arbitrary<readonly Move[]> {
  return fc.array(move, { maxLength, size: "max" });
}

/** The start event of random conversations. */
export const startEvent: TurnEvent = {
  type: "conversation-started",
  at: 1000,
  contact,
  message: { id: "in-0", sentAt: 1000, content: { type: "text", text: "yes" }, payload: {} },
};

/** A move as the event that it is for a conversation as it stands. Keys are made of node visits, so that older ones are known. */
export function eventOfMove(drawn: Move, conversation: Conversation, at: number): TurnEvent {
  const { id, context, timers } = conversation;
  const latest = Math.max(0, ...Object.values(context.sends).map(({ key }) => Number(key.slice(id.length + 1))));
  const keyOf = (back: number): string => `${id}-${latest - back}`;
  switch (drawn.type) {
    case "message":
      return {
        type: "message-received",
        at,
        contact: drawn.from,
        message: {
          id: `in-${at}`,
          sentAt: at,
          content: drawn.content,
          contextId: `wamid.${keyOf(drawn.answers)}`,
          payload: {},
        },
      };
    case "signal": {
      const { event, parameters } = drawn;
      const signal = { type: "custom-event", id: `signal-${at}`, event, correlationId: "", parameters } as const;
      return { type: "signal-received", at, signal };
    }
    case "reply":
      return { type: "reply-recorded", at, key: keyOf(drawn.age), reply: { type: "reply", title: drawn.title, at } };
    case "answer": {
      const key = keyOf(drawn.age);
      if (drawn.how === "send-accepted") return { type: drawn.how, at, key, messageId: `wamid.${key}` };
      return { type: drawn.how, at, key, refusal: { code: "7200", sentence: "It was refused." } };
    }
    case "receipt": {
      const key = keyOf(drawn.age);
      const error =
        drawn.status === "failed" ? { error: { code: 131026, title: "Message undeliverable", details: "" } } : {};
      return {
        type: "receipt-received",
        at,
        key,
        receipt: { messageId: `wamid.${key}`, status: drawn.status, at: drawn.at, ...error },
      };
    }
    case "task":
      return { type: "task-answered", at, key: `${id}-${context.visits - drawn.age}`, answer: answerOf(drawn) };
    case "timer": {
      const [timerId = "xstate.after.wait.at_n3", timer] = Object.entries(timers)[0] ?? [];
      return { type: "timer-fired", at, timerId, generation: (timer?.generation ?? 1) - drawn.age };
    }
    case "start":
      return { ...startEvent, at };
    case "interrupt":
      return { type: "conversation-interrupted", at, byFlowId: "promotion" };
    case "stop":
      return { type: "conversation-stopped", at, reason: "A person ended it." };
  }
}

/** An answer with what any task's has, since nobody knows which was asked for. */
function answerOf({ how, said }: Extract<Move, { type: "task" }>): TaskAnswer {
  if (how !== "done") return { type: how, reason: `It ${how === "failed" ? "failed" : "took too long"}.` };
  const http = { statusCode: said === "no" ? 404 : 200, statusText: "", responseBody: said, responseHeaders: {} };
  const isRight = said === "yes";
  const values = {
    ...{ result: said, variables: { word: said, unknown: said }, ...http, fields: isRight ? { picked: said } : {} },
    ...{ picked: said, digest: `digest of ${said}`, sealed: `sealed ${said}`, isRight, exists: isRight },
  };
  return { type: "done", values };
}
