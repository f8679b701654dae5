const either = new Intl.ListFormat("en", { type: "disjunction" });
const together = new Intl.ListFormat("en", { type: "conjunction" });

/** English texts of nodes: what they are called, what their outcomes mean, and what a card says of them. */
export const nodes = {
  types: {
    start: { title: "Start", hint: "Begins when a message comes" },
    receive: { title: "Receive", hint: "Waits for the customer to answer" },
    whatsapp: { title: "WhatsApp", hint: "Sends a message" },
    "wait-for": { title: "Wait for", hint: "Waits until a message is delivered or read" },
    branch: { title: "Branch", hint: "Goes one of several ways, by conditions" },
    split: { title: "Split", hint: "Sends shares of the contacts along different ways" },
    "business-hours": { title: "Business hours", hint: "Goes on within them, or waits for them" },
    delay: { title: "Delay", hint: "Waits for some time, or until a date" },
    evaluate: { title: "Evaluate", hint: "Runs a script, and may branch by its result" },
    "http-request": { title: "HTTP request", hint: "Asks a server and reads its answer" },
    "data-parser": { title: "Data parser", hint: "Picks fields from JSON or XML" },
    profile: { title: "Profile", hint: "Reads or changes what is known of a contact" },
    "generate-otp": { title: "Generate OTP", hint: "Makes a one-time password" },
    "validate-otp": { title: "Validate OTP", hint: "Compares what was typed with a one-time password" },
    end: { title: "End", hint: "Ends the conversation with a result" },
  },
  groups: { start: "Start", messages: "Messages", logic: "Logic", utilities: "Utilities", end: "End" },
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
    onInvalidChoice: "No such branch",
    onFail: "Wrong password",
    notInSocialHour: "Outside the hours",
    nextSocialHour: "Hours have begun",
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
  waitsUntilTime: (time: string, zone: string) =>
    time === "" ? "Waits, but until when is not said" : `Waits until ${time}${zone === "" ? "" : ` (${zone})`}`,
  both: (items: readonly string[]) => together.format(items),
  runs: (script: string, branches: string) =>
    script === "" ? "No script yet" : branches === "" ? script : `${script}\nto ${branches}`,
  asks: (method: string, url: string) => (url === "" ? "No URL yet" : `${method} ${url}`),
  picks: (fields: string, source: string) =>
    source === "" ? "What it parses is not said" : `Picks ${fields === "" ? "nothing yet" : fields} from ${source}`,
  ofProfile: (action: string, fields: string, contact: string) => {
    const whose = contact === "" ? "the contact" : contact;
    if (action === "delete") return `Deletes the profile of ${whose}`;
    if (action === "set") return `Sets ${fields === "" ? "nothing yet" : fields} of ${whose}`;
    return fields === "" ? `Reads the profile of ${whose}` : `Reads ${fields} of ${whose}`;
  },
  passwordFormats: { numeric: "digits", alphabetic: "letters", alphanumeric: "letters and digits" },
  makesPassword: (length: string, of: string, time: string) =>
    `A one-time password of ${length} ${of}${time === "" ? "" : `, good for ${time}`}`,
  comparesPassword: (code: string, generator: string) =>
    `Compares ${code === "" ? "nothing yet" : code} with the password of ${generator}`,
  share: (name: string, percent: string) => `${name} ${percent} %`,
  shortDays: {
    monday: "Mon",
    tuesday: "Tue",
    wednesday: "Wed",
    thursday: "Thu",
    friday: "Fri",
    saturday: "Sat",
    sunday: "Sun",
  },
  period: (from: string, to: string) => `${from}–${to}`,
  periodJoin: " and ",
  openAt: (hours: string, zone: string, waits: boolean) =>
    `${hours === "" ? "Never open" : hours}${zone === "" ? "" : ` (${zone})`}${waits ? "\nOutside, waits for the next hours" : ""}`,
  ends: (result: string) => `Ends the conversation: ${result}`,

  days: (count: number) => (count === 1 ? "1 day" : `${count} days`),
  hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
  minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
  seconds: (count: number) => (count === 1 ? "1 second" : `${count} seconds`),
} as const;
