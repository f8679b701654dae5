import { messagingLimits } from "@parley/messaging";
import type { NodeType } from "../nodes/index.ts";

/** What people are told of a node type, beside what its schema says. */
export type NodeDescription = {
  /** What it does, in a sentence or two. */
  readonly summary: string;
  /** Where its rules come from. */
  readonly sources: readonly string[];
  /** What each field is for, by its path. */
  readonly fields: { readonly [path: string]: string };
  /** When it leaves by each outcome. `(entry)` and `(branch)` stand for outcomes that the designer names. */
  readonly outcomes: { readonly [name: string]: string };
  /** Configs that have between them every outcome and every output. */
  readonly samples: readonly object[];
};

const seconds = "Seconds, at most a year.";
const conditions = "Conditions, joined by AND and OR; AND binds tighter. None means every event. See Conditions.";
const contactType = "How `contact` names the person.";
const triggerContact = "Whom the conversation is with, usually by an expression on what the trigger brings.";
const match = [{ key: "order", value: "7" }];
const rows = [{ variable: "$(receive.message)", operator: "equals", value: "yes" }];
const message = { type: "text", body: "Hello" };

export const nodeDescriptions = {
  start: {
    summary: "The one node where every conversation of the flow begins.",
    sources: ["Start node page", "Inbound webhooks", "Custom event API"],
    fields: {
      trigger: "What begins a conversation.",
      "trigger{whatsapp}.event":
        "Which event of the channel; `whatsapp.referral` is an incoming message that came by a click-to-WhatsApp advertisement, and comes before every other Start.",
      "trigger{whatsapp}.conditions": conditions,
      "trigger{webhook}.webhookId": "The inbound webhook whose calls begin a conversation.",
      "trigger{webhook}.fields": "What is read from the body of a call.",
      "trigger{webhook}.fields[].name": "Read as `$(inboundWebhook.name)`.",
      "trigger{webhook}.fields[].path":
        "Names and indexes into the body, such as `order.items[0].sku`; `$` or `$.` may stand before.",
      "trigger{webhook}.contactType": contactType,
      "trigger{webhook}.contact": triggerContact,
      "trigger{webhook}.conditions": conditions,
      "trigger{custom-event}.event": "The name of the event, as callers of the API write it.",
      "trigger{custom-event}.contactType": contactType,
      "trigger{custom-event}.contact": triggerContact,
      "trigger{custom-event}.conditions": conditions,
      interruptsLiveConversations:
        "Whether it starts even when another conversation waits for this very event, which then ends as Incomplete.",
    },
    outcomes: { onBegin: "at once" },
    samples: [
      { trigger: { type: "whatsapp", event: "whatsapp.mo" } },
      { trigger: { type: "webhook", webhookId: "a", contact: "31612345678", fields: [{ name: "field", path: "a" }] } },
      { trigger: { type: "custom-event", event: "paid", contact: "31612345678" } },
    ],
  },
  receive: {
    summary:
      "Waits for the contact, for another contact or for a custom event. Entries are tried in their order; what none of them takes means nothing to the conversation.",
    sources: ["Receive node page"],
    fields: {
      events: "What is waited for. The outcomes must have different names.",
      "events[]{whatsapp.*}.type":
        "An incoming message, a template's quick reply, a row of a list, or a reply button (Event Name).",
      "events[]{whatsapp.*}.outcome": "The name of its outcome; that of the event unless given.",
      "events[]{whatsapp.*}.from":
        "Whose message it must be, as a phone number or BSUID; the contact of the conversation unless given (From WhatsAppID).",
      "events[]{whatsapp.*}.senderName": "The profile name that the sender must have, whatever its case (Sender Name).",
      "events[]{whatsapp.*}.keywords":
        "The message must be one of these words, whatever its case. Of a button or a row its title counts, of a file its caption. Ours.",
      "events[]{whatsapp.*}.pattern": "The message must match this regular expression, anywhere unless anchored. Ours.",
      "events[]{whatsapp.*}.media": "The message must bring one of these. Ours.",
      "events[]{custom-event}.event": "The name of the event.",
      "events[]{custom-event}.outcome": "The name of its outcome; that of the event unless given.",
      "events[]{custom-event}.match":
        "The event resumes the conversation only if its parameters have these values (Resume Key and Value).",
      "events[]{custom-event}.match[].key": "The name of a parameter.",
      "events[]{custom-event}.match[].value":
        "Compared as text; resolved when the node is entered, and then it must not be empty.",
      timeoutSeconds: `${seconds} Absent means without end.`,
    },
    outcomes: {
      "(entry)": "an event came that the entry takes",
      onTimeout: "nothing of it came in time; or another flow took the contact over",
      onError: "a sender, a pattern, a resume key or the time-out is no such thing once expressions have values",
    },
    samples: [
      {
        events: [
          ...["whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"].map((type) => ({ type })),
          { type: "custom-event", event: "paid", match },
        ],
        timeoutSeconds: 60,
      },
      { events: [{ type: "whatsapp.mo" }] },
    ],
  },
  whatsapp: {
    summary:
      "Sends a message and may wait for its receipt. Values that WhatsApp does not take, once expressions have them, are refused with every sentence that applies; nothing is ever cut to fit.",
    sources: ["WhatsApp node page", "Cloud API reference, Messages", "Channel specific status codes"],
    fields: {
      destinationType: "What `destination` holds (Destination type).",
      destination:
        "Whom the message goes to; empty means the contact of the conversation. A phone number may be written as people do, with its country code.",
      message: "What is sent. See Messages.",
      templateFallback:
        "A template message that goes out in the place of a free-form one when the session window is closed; the journal says so. Ours.",
      contextId: `The provider's id of a message to quote, at most ${messagingLimits.providerIdLength} characters. Ours.`,
      identityKeyHash: `The receiver's hash as it was once trusted; with another one now, nothing is delivered. At most ${messagingLimits.identityHashLength} characters.`,
      correlationId: `Comes back with the delivery reports; at most ${messagingLimits.callbackDataLength} characters.`,
      callbackData: `Comes back with the delivery reports; at most ${messagingLimits.callbackDataLength} characters.`,
      notifyUrl:
        "Where delivery reports are posted. Spaces at its end do not matter, one at its front does. A URL that an expression makes wrong gets no report, with a warning, and the message is sent.",
      waitFor: "What the node waits for before it goes on (Wait For).",
      timeoutSeconds: `${seconds} Counted from acceptance by the gateway; absent means without end.`,
      expiry: "When the message is no longer worth sending (Expiry).",
      "expiry{utc}.at": "A time in UTC, in the form that `format` says.",
      "expiry{utc}.format":
        "`iso`, unless given: `2026-12-24T18:00:00Z`. `webex`: year, day, month and a twelve-hour clock, `2026-24-12 06:00:00 PM`.",
      "expiry{seconds}.seconds": "Seconds from the moment the node is entered.",
    },
    outcomes: {
      onSuccess: "Wait For is None: the gateway took the message (1001)",
      onSubmit: "Wait For is Gateway Submit: the provider says `sent` (7501) or anything after it",
      onDeliveryReportSuccess: "Wait For is Delivery Report: `delivered` (7500) or `read`",
      onRead: "Wait For is Read: `read` (7502). Ours: the sources name none",
      onTimeout: "no such receipt came in time; without an edge it takes that of `onDeliveryReportFail`",
      onPolicyFail:
        "expiry, session window, opt-in, template or identity forbid the send, by our policies or by the provider's answer",
      onDeliveryReportFail: "a `failed` receipt came while the node waited",
      onError: "invalid values, a permanent refusal, or retries exhausted",
    },
    samples: [
      { message },
      ...["submit", "delivery", "read"].flatMap((waitFor) => [
        { message, waitFor },
        { message, waitFor, timeoutSeconds: 60 },
      ]),
    ],
  },
  "wait-for": {
    summary:
      "Waits for the receipt of the latest message that an earlier node sent; leaves at once if it has come. Ours, so that a flow may do something between sending and waiting.",
    sources: ["WhatsApp node page, Wait For"],
    fields: {
      send: "The id of the node whose message is waited for.",
      waitFor: "Which receipt.",
      timeoutSeconds: `${seconds} Counted from entering this node; absent means without end.`,
    },
    outcomes: {
      onSubmit: "`sent` (7501) or anything after it",
      onDeliveryReportSuccess: "`delivered` (7500) or `read`",
      onRead: "`read` (7502)",
      onTimeout: "it did not come in time; without an edge it takes that of `onDeliveryReportFail`",
      onDeliveryReportFail: "the message failed or was refused",
      onError: "that node has sent nothing yet, or the time-out is none",
    },
    samples: ["submit", "delivery", "read"].flatMap((waitFor) => [
      { send: "n3", waitFor },
      { send: "n3", waitFor, timeoutSeconds: 60 },
    ]),
  },
  branch: {
    summary: "Leaves by the first named branch whose conditions hold, from the top.",
    sources: ["Branch node page"],
    fields: {
      branches: "The branches, in the order in which they are asked.",
      "branches[].name": "The name of its outcome.",
      "branches[].rows": "Its conditions, joined by AND and OR; AND binds tighter. See Conditions.",
    },
    outcomes: {
      "(branch)": "its conditions hold, and those of no branch above it",
      noneOfTheAbove: "no branch holds",
      onError: "never: a condition that cannot be read is false, with a warning",
    },
    samples: [{ branches: [{ name: "Yes", rows }] }],
  },
  delay: {
    summary: "Waits a number of seconds; under load it may be more.",
    sources: ["Delay node page"],
    fields: { seconds },
    outcomes: { onTimeout: "the time is over: its normal way out", onError: "the seconds are none" },
    samples: [{ seconds: 5 }],
  },
  end: {
    summary: "Ends the conversation with a result.",
    sources: ["Flow settings, Flow outcomes"],
    fields: { result: "`success`, `error`, `incomplete`, or a name of the designer's own." },
    outcomes: {},
    samples: [{}],
  },
} as const satisfies Record<NodeType, NodeDescription>;
