import { messagingLimits } from "@parley/messaging";
import { weekdays } from "../nodes/business-hours.ts";
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
    summary: "Waits a number of seconds or until a moment; under load it may be longer.",
    sources: ["Delay node page"],
    fields: {
      seconds: `${seconds} Either this or \`until\` (Delay time).`,
      "until.at":
        "The moment, at most a year from now: `2026-12-24T18:00` or, as the Delay node page writes it, `24-12-2026 18:00:00`; one with an offset or `Z` is that moment whatever the zone. One that has passed is over at once. Of an hour that comes twice the first counts, and one that is skipped is the hour after (Wait for date).",
      "until.timeZone":
        "A name of the time zone database, such as `Europe/Amsterdam`; Webex Connect takes its server's.",
    },
    outcomes: {
      onTimeout: "the time is over: its normal way out",
      onError: "the seconds, the moment or the time zone are none",
    },
    samples: [{ seconds: 5 }],
  },
  "business-hours": {
    summary:
      "Goes on within hours of the week; outside of them it branches off, or waits for the next ones. Hours are those of the clock on the wall, so that they move with summer time.",
    sources: ["Social Hour Check node page"],
    fields: {
      timeZone: "A name of the time zone database, such as `Europe/Amsterdam` (Time zone, static or dynamic).",
      "week.monday": "Its hours in their order; none means closed. Hours past midnight stand with the next day.",
      "week.monday[].from": "A time of the day, such as `09:00`.",
      "week.monday[].to": "When they are over, at the latest `24:00`.",
      ...Object.fromEntries(weekdays.slice(1).map((day) => [`week.${day}`, "As those of Monday."])),
      exceptions: "Days with hours of their own, such as holidays (Exceptions, Holidays).",
      "exceptions[].date": "A day, such as `2026-12-25`.",
      "exceptions[].name": "What the day is called, for people.",
      "exceptions[].periods": "Its hours, in the place of those of its weekday; none means closed.",
      "exceptions[].periods[].from": "A time of the day, such as `09:00`.",
      "exceptions[].periods[].to": "When they are over, at the latest `24:00`.",
      outside: "What happens outside of the hours (Policy).",
      extraDelayMinutes: "How much longer it waits once the next hours begin (Extra delay).",
    },
    outcomes: {
      onSuccess: "the hours are open",
      nextSocialHour: "`outside` is `wait`: the next hours have begun, and the extra delay is over",
      notInSocialHour: "`outside` is `branch`: the hours are not open",
      onError: "the time zone is none, or there are no hours within a year to wait for",
    },
    samples: [
      { timeZone: "UTC", week: {} },
      { timeZone: "UTC", week: {}, outside: "wait" },
    ],
  },
  split: {
    summary: "Sends shares of the contacts along different ways. Ours.",
    sources: ["Nodes page, which has none such"],
    fields: {
      by: "`contact`: the same contact always goes the same way, in every version of the flow that keeps the shares. `random`: each time anew.",
      branches: "The ways, whose shares add up to 100 %.",
      "branches[].name": "The name of its outcome.",
      "branches[].percent": "Its share; 0 means that nobody goes there.",
    },
    outcomes: { "(branch)": "the contact falls into its share", onError: "never, once the shares add up to 100 %" },
    samples: [
      {
        branches: [
          { name: "A", percent: 50 },
          { name: "B", percent: 50 },
        ],
      },
    ],
  },
  evaluate: {
    summary:
      "Runs JavaScript in a sandbox, without input, output or network, and may branch by its result, which is the value of its last expression. Variables of the flow are read and assigned by their names; `$(n3.receive.message)` reads an output.",
    sources: ["Evaluate node page"],
    fields: {
      script: "The script.",
      branches: "Names that the result is compared with, as text; none means that any result leaves by `onSuccess`.",
      timeMs: "How long it may run, in milliseconds. Ours.",
      memoryMegabytes: "How much memory it may use. Ours.",
    },
    outcomes: {
      "(branch)": "the result is its name",
      onSuccess: "there are no branches, and the script gave a result",
      onInvalidChoice: "the result is the name of no branch",
      onError: "the script threw, was stopped for its time or its memory, or gave what is no data",
    },
    samples: [{ script: "1" }, { script: "1", branches: ["1"] }],
  },
  "http-request": {
    summary:
      "Asks a server and puts out its answer. Addresses of this machine and of private networks are refused unless the installation allows them.",
    sources: ["HTTP Request node page"],
    fields: {
      method: "The method. GET and DELETE send no body.",
      url: "Values in it are encoded, so that none can leave its place; one at the very beginning is the server's address and goes in as it is.",
      query: "Appended to the URL, encoded.",
      "query[].name": "The name of a parameter.",
      "query[].value": "Its value.",
      headers: "Sent with the request; `content-type` follows the body unless it is given.",
      "headers[].name": "The name of a header.",
      "headers[].value": "Its value.",
      body: "What is sent.",
      "body{json}.text":
        "JSON with expressions. Within quotation marks a value is escaped; elsewhere it is written as JSON, where a text that is itself JSON, such as a number, goes in as it stands.",
      "body{form}.fields": "Sent as `application/x-www-form-urlencoded`.",
      "body{form}.fields[].name": "The name of a field.",
      "body{form}.fields[].value": "Its value.",
      "body{text}.text": "Any text; values go in as they are.",
      "body{text}.contentType": "What the text is.",
      connectTimeoutMs: "How long connecting may take, in milliseconds (Connection Timeout).",
      requestTimeoutMs: "How long one attempt may take to the end of the answer, in milliseconds (Request Timeout).",
      retries: "How often it is repeated. What is no GET may then be done twice. Ours: Webex Connect repeats nothing.",
      retryAfterMs:
        "How long it waits before the first repetition, in milliseconds; twice as long before each one after. Ours.",
      retryOn: "Which statuses are repeated, beside no answer at all. Ours.",
      errorStatuses:
        "Which statuses leave by `onError`. Ours: at Webex Connect every answer leaves by `onSuccess`, as with `none`.",
      responseFormat: "What the answer is read as, to pick fields from.",
      fields: "What is picked from the answer.",
      "fields[].name": "Read as `$(http.name)`.",
      "fields[].path":
        'Names and indexes such as `order.items[0].sku`; a name that holds points as `["first.name"]`; in XML `@id` is an attribute and `#text` an element\'s own text. `$.` may stand before.',
      sample: "An answer to pick fields from, for the designer alone.",
    },
    outcomes: {
      onSuccess: "the server answered, with no status that is an error",
      onTimeout: "it did not answer in time, nor in any repetition",
      onError: "it could not be reached, a value is wrong, or the status is an error",
    },
    samples: [{ url: "https://example.com", fields: [{ name: "field", path: "a" }] }],
  },
  "data-parser": {
    summary: "Picks fields from JSON or XML. One that is not there is left out, with a warning.",
    sources: ["Data Parser node page"],
    fields: {
      source: "What is read, usually one expression such as `$(http.responseBody)`.",
      format: "What it is.",
      fields: "What is picked from it.",
      "fields[].name": "Read as `$(data.name)`.",
      "fields[].path":
        'Names and indexes such as `order.items[0].sku`; a name that holds points as `["first.name"]`; in XML `@id` is an attribute and `#text` an element\'s own text. `$.` may stand before.',
      sample: "Text to pick fields from, for the designer alone.",
    },
    outcomes: { onSuccess: "it was read", onError: "it is no such data" },
    samples: [{ source: "$(http.responseBody)", fields: [{ name: "field", path: "a" }] }],
  },
  profile: {
    summary: "Reads, changes or deletes what is known of a contact.",
    sources: ["Profile node page"],
    fields: {
      action: "What is done.",
      contactType,
      contact:
        "Whose profile; empty means the contact of the conversation. An expression that gives nothing names nobody, and leaves by `onError`.",
      fields: "What is set, for `set`.",
      "fields[].name": "The name of a field; `name` and `customerId` are the contact's own.",
      "fields[].value": "Its value; an empty one takes the field away.",
      reads: "Which fields are put out, for `fetch`.",
    },
    outcomes: {
      onSuccess: "it was done; `$(profile.exists)` says whether there is a profile",
      onError: "it could not be done",
    },
    samples: [{ reads: ["field"] }, { action: "delete" }],
  },
  "generate-otp": {
    summary:
      "Makes a one-time password. What is put out is sealed: it can be sent, and neither read, logged nor compared by the flow. It is kept as a keyed digest and sealed, until the conversation ends or it is used.",
    sources: ["Generate OTP node page"],
    fields: {
      format: "What it is made of. Letters and digits that are taken for one another are left out.",
      length: "Webex Connect allows 64; WhatsApp takes at most 15 in a template.",
      validMinutes: "How long it is good.",
      attempts: "How often it may be typed before it is void. Ours.",
      resend:
        "Whether running the node again while one is good gives the same one, or a new one that makes it void (Resend policy).",
    },
    outcomes: { onSuccess: "it was made", onError: "it could not be made" },
    samples: [{}],
  },
  "validate-otp": {
    summary:
      "Whether what was typed is the one-time password. It is good once; spaces, dashes and the case of letters do not matter.",
    sources: ["Validate OTP node page"],
    fields: {
      generator: "The id of the node that made it.",
      code: "What was typed.",
    },
    outcomes: {
      onSuccess: "it is the one, which is now used",
      onFail: "it is not, or none was made, it has expired, been used, or been typed wrong too often",
      onError: "it could not be compared",
    },
    samples: [{ generator: "n3", code: "$(receive.message)" }],
  },
  end: {
    summary: "Ends the conversation with a result.",
    sources: ["Flow settings, Flow outcomes"],
    fields: { result: "`success`, `error`, `incomplete`, or a name of the designer's own." },
    outcomes: {},
    samples: [{}],
  },
} as const satisfies Record<NodeType, NodeDescription>;
