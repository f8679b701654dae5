const either = new Intl.ListFormat("en", { type: "disjunction" });

/** English texts of nodes: what they are called, what their outcomes mean, and what a card says of them. */
export const nodes = {
  types: {
    start: { title: "Start", hint: "Begins when a message comes" },
    receive: { title: "Receive", hint: "Waits for the customer to answer" },
    whatsapp: { title: "WhatsApp", hint: "Sends a message" },
    "wait-for": { title: "Wait for", hint: "Waits until a message is delivered or read" },
    branch: { title: "Branch", hint: "Goes one of several ways, by conditions" },
    delay: { title: "Delay", hint: "Waits for some time" },
    end: { title: "End", hint: "Ends the conversation with a result" },
  },
  groups: { start: "Start", messages: "Messages", logic: "Logic", end: "End" },
  unknownType: (type: string) => `Unknown type: ${type}`,
  unknownSummary: "This node cannot be edited here. It is kept as it is.",

  /** By the name that the flow gives an outcome; a name that is not here is a branch's own, and is shown as it is. */
  outcomes: {
    onBegin: "Begin",
    onSuccess: "Success",
    onSubmit: "Submitted",
    onDeliveryReportSuccess: "Delivered",
    onRead: "Read",
    onTimeout: "Timeout",
    onPolicyFail: "Policy failure",
    onDeliveryReportFail: "Delivery failure",
    onError: "Error",
    noneOfTheAbove: "None of the above",
    "whatsapp.mo": "Message",
    "whatsapp.postback": "Button",
    "whatsapp.list": "List choice",
    "whatsapp.reply": "Quick reply",
  },
  colours: { green: "goes on", amber: "time is up", red: "failure" },

  /** What may be waited for, in the middle of a sentence. */
  events: {
    "whatsapp.mo": "a message",
    "whatsapp.postback": "a button",
    "whatsapp.list": "a list choice",
    "whatsapp.reply": "a quick reply",
    "whatsapp.referral": "a message by an advertisement",
    webhook: "a call of a webhook",
    "custom-event": "a custom event",
  },
  quoted: (name: string) => `“${name}”`,
  namedEvent: (event: string) => `the event ${event}`,
  operators: {
    equals: "is",
    "not-equals": "is not",
    "less-than": "is less than",
    "greater-than": "is greater than",
    "less-than-or-equals": "is at most",
    "greater-than-or-equals": "is at least",
    "regular-expression": "matches",
    "equals-ignore-case": "is, in any case,",
    contains: "contains",
    "contains-ignore-case": "contains, in any case,",
    "starts-with": "starts with",
    "ends-with": "ends with",
    in: "is one of",
    "not-in": "is none of",
    between: "is between",
  },
  joins: { and: "and", or: "or" },
  results: { success: "Success", error: "Error", incomplete: "Incomplete" },
  endWith: (result: string) => `End: ${result}`,
  receipts: { submit: "submitted", delivery: "delivered", read: "read" },

  list: (items: readonly string[]) => either.format(items),
  range: (from: string, to: string) => `${from} and ${to}`,
  whenItComes: (event: string, condition: string) =>
    condition === "" ? `When ${event} comes` : `When ${event} comes and ${condition}`,
  waitsForEvents: (events: string, time: string) =>
    `Waits for ${events === "" ? "nothing yet" : events}${time === "" ? "" : `, at most ${time}`}`,
  waitsForReceipt: (nodeId: string, receipt: string, time: string) =>
    nodeId === ""
      ? "Choose the message to wait for"
      : `Waits until the message of ${nodeId} is ${receipt}${time === "" ? "" : `, at most ${time}`}`,
  noMessage: "No message yet",
  noTemplate: "No template chosen yet",
  rows: (count: number) => (count === 1 ? "1 row" : `${count} rows`),
  reactionTakenAway: "Takes the reaction away",
  marksRead: "Marks the message as read",
  marksReadAndTypes: "Marks the message as read and shows that somebody types",
  sendsTo: (destination: string) => `To ${destination}`,
  waitsUntil: (receipt: string) => `Waits until it is ${receipt}.`,
  branchLine: (name: string, condition: string) => `${name}: ${condition}`,
  noBranch: "No branch yet",
  noCondition: "no condition yet",
  waits: (time: string) => (time === "" ? "Waits, but for how long is not said" : `Waits ${time}`),
  ends: (result: string) => `Ends the conversation: ${result}`,

  days: (count: number) => (count === 1 ? "1 day" : `${count} days`),
  hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
  minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
  seconds: (count: number) => (count === 1 ? "1 second" : `${count} seconds`),
} as const;
