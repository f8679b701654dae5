import { type NodeOf, resolveMessage } from "@parley/flow";
import {
  bsuidSchema,
  type Contact,
  formatPath,
  invariant,
  outboundMessageSchema,
  parseInput,
  parseIsoTime,
  waIdSchema,
} from "@parley/messaging";
import type { Refusal } from "../event.ts";
import { acceptSend, newSend, refuseSend } from "../send-record.ts";
import type { Step } from "../step.ts";
import { awaitReceipt } from "./await-receipt.ts";
import type { MakeBehaviour } from "./behaviour.ts";

type Config = NodeOf<"whatsapp">["config"];

/**
 * WhatsApp: sends a message, then waits as Wait For says. The phases are `submitting`, until the gateway answers, and `awaitingReceipt`. The
 * time-out counts from acceptance, so that a queue before the gateway does not use it up.
 */
export const whatsapp: MakeBehaviour<NodeOf<"whatsapp">> = ({ id, config }) => {
  const { waitFor, timeoutSeconds } = config;
  const answered = { type: "answers", params: { node: id } } as const;
  return {
    enter: (step) => enter(config, step),
    shape: (leave) => ({
      initial: "submitting",
      states: {
        submitting: {
          on: {
            "send-accepted": {
              ...(waitFor === "none"
                ? leave("onSuccess", "accept")
                : {
                    target: "awaitingReceipt",
                    actions: [{ type: "react", params: { node: id, reaction: "accept" } }],
                  }),
              guard: answered,
            },
            "send-refused": { ...leave("onPolicyFail", "refuse"), guard: answered },
            "send-failed": { ...leave("onError", "refuse"), guard: answered },
          },
        },
        ...(waitFor === "none"
          ? {}
          : {
              awaitingReceipt: {
                ...awaitReceipt(id, waitFor, leave),
                ...(timeoutSeconds === undefined ? {} : { after: { wait: leave("onTimeout") } }),
              },
            }),
      },
    }),
    reactions: { accept, refuse },
  };
};

function enter(config: Config, step: Step): void {
  const to = destinationOf(config.destination, step);
  const message = parseInput(
    outboundMessageSchema,
    resolveMessage(config.message, (source) => step.resolve(source)),
  );
  if (to === undefined) return;
  if (!message.ok) {
    const problems = message.problems.map(({ path, message }) => `message.${formatPath(path)} ${message}.`);
    step.fail(problems.join(" "));
    return;
  }
  const { waitFor, timeoutSeconds } = config;
  if (waitFor !== "none" && timeoutSeconds !== undefined) {
    if (step.setWait(timeoutSeconds, "timeoutSeconds") === undefined) return;
  }
  const expiry = expiryOf(config.expiry, step);
  if (!expiry.ok) return;
  const { conversationId, visits } = step.context;
  const key = `${conversationId}-${visits}`;
  const contextId = step.resolve(config.contextId);
  step.recordSend(newSend(key, step.event.at));
  step.send({
    type: "send-message",
    key,
    nodeId: step.nodeId,
    to,
    message: message.value,
    ...(contextId === "" ? {} : { contextId }),
    ...(expiry.at === undefined ? {} : { expiresAt: expiry.at }),
  });
}

/** The contact to send to: the conversation's own, a phone number with or without the plus sign, or a BSUID. */
function destinationOf(source: string, step: Step): Contact | undefined {
  if (source === "") return step.context.contact;
  const text = step.resolve(source).trim();
  const { contact } = step.context;
  if (text !== "" && (text === contact.waId || text === contact.bsuid)) return contact;
  const waId = waIdSchema.safeParse(text.replaceAll(/[\s().-]/g, "").replace(/^\+/, ""));
  if (waId.success) return { waId: waId.data };
  const bsuid = bsuidSchema.safeParse(text);
  if (bsuid.success) return { bsuid: bsuid.data };
  step.fail(
    `destination is ${JSON.stringify(text)}; it must be a phone number with its country code, such as +31612345678.`,
  );
  return undefined;
}

function expiryOf(expiry: Config["expiry"], step: Step): { ok: true; at?: number } | { ok: false } {
  if (expiry === undefined) return { ok: true };
  if (expiry.type === "seconds") {
    const waitMs = step.resolveWait(expiry.seconds, "expiry.seconds");
    return waitMs === undefined ? { ok: false } : { ok: true, at: step.event.at + waitMs };
  }
  const text = step.resolve(expiry.at).trim();
  const at = parseIsoTime(text);
  if (at !== undefined) return { ok: true, at };
  step.fail(`expiry.at is ${JSON.stringify(text)}; it must be a time such as 2026-12-24T18:00:00Z.`);
  return { ok: false };
}

function accept(step: Step): void {
  const { event } = step;
  const record = step.context.sends[step.nodeId];
  invariant(event.type === "send-accepted" && record !== undefined, "a send that is accepted was recorded");
  step.recordSend(acceptSend(record, event.messageId));
}

function refuse(step: Step): void {
  const { event } = step;
  const record = step.context.sends[step.nodeId];
  invariant("refusal" in event && record !== undefined, "a send that is refused was recorded");
  const refusal: Refusal = event.refusal;
  step.recordSend(refuseSend(record, refusal));
  step.note({ type: "failed", nodeId: step.nodeId, reason: refusal.sentence });
}
