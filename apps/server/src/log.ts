import { nodeOf, type Turn } from "@parley/engine";
import type { HostLog } from "@parley/host";
import { shortenIdentity } from "@parley/messaging";
import { pino } from "pino";
import pretty from "pino-pretty";
import type { Config } from "./config.ts";

/** The server's log. */
export type Log = pino.Logger;

/** Makes the log: lines for people, or JSON for programs. */
export function createLog({ level, format }: Config["log"]): Log {
  if (format === "json") return pino({ level, base: null }, pino.destination({ sync: true }));
  return pino({ level, base: null }, pretty({ translateTime: "SYS:HH:MM:ss.l", singleLine: true, sync: true }));
}

/** What the host says, as log lines: one for each turn, with the contact's number shortened. */
export function hostLogOf(log: Log): HostLog {
  return {
    turn: ({ turn, event }) => {
      if (!log.isLevelEnabled("info")) return;
      const { conversation, effects } = turn;
      const { waId, bsuid } = conversation.context.contact;
      log.info(
        {
          conversation: conversation.id,
          flow: `${conversation.flowId}@${conversation.flowVersion}`,
          contact: shortenIdentity(waId ?? bsuid ?? ""),
          node: nodeOf(conversation),
          ...(event.type === "receipt-received" ? { receipt: event.receipt.status } : {}),
          way: wayOf(turn),
          sends: effects.filter(({ type }) => type === "send-message").length,
        },
        event.type,
      );
    },
    alert: ({ sentence, conversationId, error }) => {
      log.error({ conversation: conversationId, err: error }, sentence);
    },
    send: ({ key, appId, attempts, attempt }) => {
      log.warn({ send: key, app: appId, attempts, outcome: attempt.type, why: whyOf(attempt) }, "send");
    },
  };
}

/** Of a provider's error only code and title: its details may quote phone numbers, and stand in the journal. */
function whyOf(attempt: Parameters<HostLog["send"]>[0]["attempt"]): string {
  if ("reason" in attempt) return attempt.reason;
  if (!("refusal" in attempt)) return "";
  const { error, sentence } = attempt.refusal;
  return error === undefined ? sentence : `${error.title} (${error.code})`;
}

/** The outcomes by which nodes were left in a turn, as `n4.whatsapp.mo n5.track`, and the end. */
function wayOf({ journal }: Turn): string {
  const steps = journal.flatMap((entry) => {
    if (entry.type === "node-left") return [`${entry.nodeId}.${entry.outcome}`];
    return entry.type === "ended" ? [`ended:${entry.result}`] : [];
  });
  return steps.join(" ");
}
