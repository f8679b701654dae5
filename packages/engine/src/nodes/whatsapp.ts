import { flowLimits, type NodeOf, notifyUrlProblem, resolveMessage } from "@parley/flow";
import {
  holdsSealed,
  invariant,
  mapStrings,
  maskSealed,
  messagingLimits,
  type OutboundMessage,
  outboundMessageSchema,
  type Parsed,
  parseInput,
  parseIsoTime,
  parseWebexTime,
  type Recipient,
  type TemplateMessage,
} from "@parley/messaging";
import type { Notify, SendMessage } from "../effect.ts";
import type { Refusal } from "../event.ts";
import { recipientOf } from "../recipient.ts";
import { acceptSend, newSend, refuseSend } from "../send-record.ts";
import { sentencesOf } from "../sentences.ts";
import { refusalCodes } from "../status-code.ts";
import type { Step } from "../step.ts";
import { awaitReceipt } from "./await-receipt.ts";
import type { MakeBehaviour } from "./behaviour.ts";

type Config = NodeOf<"whatsapp">["config"];

/**
 * WhatsApp: sends a message, then waits as Wait For says (WhatsApp node page). The phases are `submitting`, until the gateway answers, and
 * `awaitingReceipt`. The time-out counts from acceptance, so that a queue before the gateway does not use it up. Values that the channel does not take, once
 * expressions have them, make the node leave by `onError` with all that is wrong, in the journal and in `$(send.deliveryStatusDescription)`; nothing is ever cut to fit.
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
  const problems: string[] = [];
  /** Notes what is wrong with a field and goes on, so that its author is told everything at once. */
  const read: Read = (field, parsed) => {
    problems.push(...sentencesOf(field, parsed));
    return parsed.ok ? parsed.value : undefined;
  };
  const destination = destinationOf(config, step, read);
  const message = read("message", messageOf(config.message, step));
  const templateFallback = fallbackOf(config, step, read);
  const contextId = textOf("contextId", { config, step, read, most: messagingLimits.providerIdLength });
  const identityKeyHash = textOf("identityKeyHash", { config, step, read, most: messagingLimits.identityHashLength });
  const notify = notifyOf(config, step, read);
  const waitMs = waitOf(config, step, read);
  const expiresAt = expiryOf(config.expiry, step, read);
  const { conversationId, visits, sends } = step.context;
  const key = `${conversationId}-${visits}`;
  const record = newSend(key, step.event.at, sends[step.nodeId]);
  if (problems.length > 0 || destination === undefined || message === undefined) {
    const sentence = problems.join(" ");
    // So that the flow reads why, and not what became of an earlier message.
    step.recordSend(refuseSend(record, { code: refusalCodes.invalidValue, sentence }));
    step.fail(sentence);
    return;
  }
  if (waitMs !== undefined) step.update({ waitMs });
  step.recordSend(record);
  step.send({
    type: "send-message",
    key,
    nodeId: step.nodeId,
    ...destination,
    message,
    ...(templateFallback === undefined ? {} : { templateFallback }),
    ...(contextId === "" ? {} : { contextId }),
    ...(identityKeyHash === "" ? {} : { identityKeyHash }),
    ...(notify === undefined ? {} : { notify }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
}

type Read = <Value>(field: string, parsed: Parsed<Value>) => Value | undefined;

function refused(message: string): Parsed<never> {
  return { ok: false, problems: [{ path: [], message }] };
}

/** Whom the message goes to: the contact of the conversation where nothing else is named, or where they are. */
function destinationOf(
  { destination, destinationType }: Config,
  step: Step,
  read: Read,
): Pick<SendMessage, "to" | "writtenTo"> | undefined {
  const { contact } = step.context;
  if (destination === "") return { to: contact };
  const written = step.resolve(destination).trim();
  if (written !== "" && destinationType !== "customerId" && (written === contact.waId || written === contact.bsuid))
    return { to: contact };
  const to: Recipient | undefined = read("destination", recipientOf(destinationType, written));
  if (to === undefined) return undefined;
  return to.waId === undefined ? { to } : { to, writtenTo: written };
}

/** A message with secrets in it is measured with bullets in their place, and stays sealed. */
function messageOf(config: Config["message"], step: Step): Parsed<OutboundMessage> {
  let isSealed = false;
  const message = resolveMessage(config, (source) => {
    const text = step.resolve(source);
    isSealed ||= holdsSealed(text);
    return text;
  });
  if (!isSealed) return parseInput(outboundMessageSchema, message);
  const parsed = parseInput(outboundMessageSchema, mapStrings(message, maskSealed));
  return parsed.ok ? { ok: true, value: message as OutboundMessage } : parsed;
}

function fallbackOf({ templateFallback }: Config, step: Step, read: Read): TemplateMessage | undefined {
  if (templateFallback === undefined) return undefined;
  const message = read("templateFallback", messageOf(templateFallback, step));
  invariant(message === undefined || message.type === "template", "a template gives a template message");
  return message;
}

type TextField = "contextId" | "identityKeyHash" | "correlationId" | "callbackData";
type TextReading = { readonly config: Config; readonly step: Step; readonly read: Read; readonly most: number };

/** The text of a field that a send brings along; one that is too long is refused. */
function textOf(field: TextField, { config, step, read, most }: TextReading): string {
  const text = step.resolve(config[field]);
  const length = text.length;
  if (length > most) read(field, refused(`is ${length} characters long; at most ${most} are allowed`));
  return text;
}

/**
 * Where delivery reports go. The message is sent whatever the URL is, and one that an expression made wrong gets no report: Webex Connect holds such
 * a request not eligible for retries (WhatsApp node page, Notify URL).
 */
function notifyOf(config: Config, step: Step, read: Read): Notify | undefined {
  const most = messagingLimits.callbackDataLength;
  const correlationId = textOf("correlationId", { config, step, read, most });
  const callbackData = textOf("callbackData", { config, step, read, most });
  const written = step.resolve(config.notifyUrl);
  const isCut = written.length >= flowLimits.resolvedLength;
  const problem = isCut ? "is longer than any text may become" : notifyUrlProblemOf(written);
  if (problem !== undefined) step.warn(`notifyUrl ${problem}. The message is sent, and no report is posted.`);
  const url = problem === undefined ? written.trim() : "";
  return url === "" && correlationId === "" && callbackData === "" ? undefined : { url, correlationId, callbackData };
}

function notifyUrlProblemOf(written: string): string | undefined {
  return written.trim() === "" ? undefined : notifyUrlProblem(written);
}

function waitOf({ waitFor, timeoutSeconds }: Config, step: Step, read: Read): number | undefined {
  if (waitFor === "none" || timeoutSeconds === undefined) return undefined;
  return read("timeoutSeconds", step.readWait(timeoutSeconds));
}

function expiryOf(expiry: Config["expiry"], step: Step, read: Read): number | undefined {
  if (expiry === undefined) return undefined;
  if (expiry.type === "seconds") {
    const waitMs = read("expiry.seconds", step.readWait(expiry.seconds));
    return waitMs === undefined ? undefined : step.event.at + waitMs;
  }
  const text = step.resolve(expiry.at).trim();
  const isWebex = expiry.format === "webex";
  const at = isWebex ? parseWebexTime(text) : parseIsoTime(text);
  if (at !== undefined) return at;
  const example = isWebex ? "2026-24-12 06:00:00 PM, year, day, month" : "2026-12-24T18:00:00Z";
  return read("expiry.at", refused(`is ${JSON.stringify(text.slice(0, 60))}; it must be a time such as ${example}`));
}

function accept(step: Step): void {
  const { event } = step;
  const record = step.context.sends[step.nodeId];
  invariant(event.type === "send-accepted" && record !== undefined, "a send that is accepted was recorded");
  step.recordSend(acceptSend(record, event.messageId));
  for (const note of event.notes ?? []) step.warn(note);
}

function refuse(step: Step): void {
  const { event } = step;
  const record = step.context.sends[step.nodeId];
  invariant("refusal" in event && record !== undefined, "a send that is refused was recorded");
  const refusal: Refusal = event.refusal;
  step.recordSend(refuseSend(record, refusal));
  step.note({ type: "failed", nodeId: step.nodeId, reason: refusal.sentence });
}
