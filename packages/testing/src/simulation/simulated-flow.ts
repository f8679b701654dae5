import { checkFlow, type Flow, parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";

const reported = { notifyUrl: "https://reports.example/", callbackData: "blue" };
const customEvent = { type: "custom-event", event: "go", match: [{ key: "all", value: "yes" }] };

/**
 * A flow in which a word of the message decides what happens: an echo, a wait for the read receipt, work in the world, a pause, the end. Its two versions differ in
 * what they say and in how long they wait.
 */
export const talkVersions: readonly Flow[] = [
  talk("hello $(whatsapp.message)", 120),
  talk("good day $(whatsapp.message)", 90),
];

/** A flow whose Start interrupts whatever waits. */
export const helpFlow = flowOf({
  id: "help",
  nodes: [
    { id: "n2", type: "start", config: { trigger: when("equals", "help"), interruptsLiveConversations: true } },
    { id: "n3", ...send("how can I help?", { waitFor: "submit", timeoutSeconds: 20 }) },
    { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 45 } },
    { id: "n5", type: "end", config: {} },
  ],
  edges: ["n2 onBegin n3", "n3 onSubmit n4", "n4 whatsapp.mo n5", "n4 onTimeout n5"],
  fallback: "n5",
});

/** A flow whose conversation waits for a message of one certain other contact. */
export const askFlow = flowOf({
  id: "ask",
  nodes: [
    { id: "n2", type: "start", config: { trigger: when("equals", "ask") } },
    {
      id: "n3",
      type: "receive",
      config: { events: [{ type: "whatsapp.mo", from: "31600000001" }], timeoutSeconds: 60 },
    },
    { id: "n4", ...send("they said $(receive.message)", reported) },
    { id: "n5", type: "end", config: {} },
  ],
  edges: ["n2 onBegin n3", "n3 whatsapp.mo n4", "n3 onTimeout n5", "n4 onSuccess n5"],
  fallback: "n5",
});

/** A flow whose conversation waits for a custom event, or for its own contact. */
export const awaitFlow = flowOf({
  id: "await",
  nodes: [
    { id: "n2", type: "start", config: { trigger: when("equals", "await") } },
    {
      id: "n3",
      type: "receive",
      config: { events: [{ type: "whatsapp.reply" }, customEvent], timeoutSeconds: 100 },
    },
    { id: "n4", ...send("gone", { waitFor: "delivery", timeoutSeconds: 20, ...reported }) },
    { id: "n5", type: "end", config: {} },
  ],
  edges: [...["n2 onBegin n3", "n3 go n4", "n3 whatsapp.reply n3", "n3 onTimeout n5"], "n4 onDeliveryReportSuccess n5"],
  fallback: "n5",
});

/** A flow that the custom event begins too, with whom it names. */
export const calledFlow = flowOf({
  id: "called",
  nodes: [
    {
      id: "n2",
      type: "start",
      config: { trigger: { type: "custom-event", event: "go", contact: "$(customEvent.phone)" } },
    },
    { id: "n3", ...send("you were called", reported) },
    { id: "n4", type: "receive", config: { events: [customEvent], timeoutSeconds: 30 } },
    { id: "n5", type: "end", config: {} },
  ],
  edges: ["n2 onBegin n3", "n3 onSuccess n4", "n4 go n5", "n4 onTimeout n5"],
  fallback: "n5",
});

function talk(greeting: string, receiveSeconds: number): Flow {
  return flowOf({
    id: "talk",
    nodes: [
      { id: "n2", type: "start", config: { trigger: when("not-equals", "help") } },
      { id: "n3", ...send(greeting, { waitFor: "delivery", timeoutSeconds: 30 }) },
      { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: receiveSeconds } },
      {
        id: "n5",
        type: "branch",
        config: {
          branches: ["echo", "wait", "work", "pause", "stop"].map((word) => ({
            name: word,
            rows: [{ variable: "$(receive.message)", operator: "equals", value: word }],
          })),
        },
      },
      { id: "n6", ...send("echo $(receive.message)", reported) },
      { id: "n7", ...send("wait $(receive.message)", reported) },
      { id: "n8", type: "wait-for", config: { send: "n7", waitFor: "read", timeoutSeconds: 60 } },
      { id: "n9", type: "delay", config: { seconds: 10 } },
      { id: "n10", ...send("paused", { expiry: { type: "seconds", seconds: 300 } }) },
      { id: "n11", type: "end", config: {} },
      {
        id: "n13",
        type: "data-parser",
        config: { format: "json", source: "{}", fields: [{ name: "city", path: "city" }] },
      },
      { id: "n14", type: "profile", config: { action: "set", fields: [{ name: "city", value: "$(data.city)" }] } },
      { id: "n15", ...send("worked in $(data.city)") },
      { id: "n12", ...send("bye", { expiry: { type: "seconds", seconds: 5 } }) },
    ],
    edges: [
      ...["n2 onBegin n3", "n3 onDeliveryReportSuccess n4", "n4 whatsapp.mo n5", "n4 onTimeout n12"],
      ...["n5 echo n6", "n5 wait n7", "n5 pause n9", "n5 work n13", "n5 stop n11", "n5 noneOfTheAbove n4"],
      ...["n6 onSuccess n4", "n7 onSuccess n8", "n8 onRead n4", "n9 onTimeout n10", "n10 onSuccess n4"],
      ...["n13 onSuccess n14", "n14 onSuccess n15", "n15 onSuccess n4"],
      ...["n12 onSuccess n11", "n12 onPolicyFail n11", "n12 onError n11"],
    ],
    fallback: "n4",
  });
}

function when(operator: string, value: string): object {
  const conditions = [{ variable: "$(receive.message)", operator, value }];
  return { type: "whatsapp", event: "whatsapp.mo", conditions };
}

function send(body: string, more: object = {}): object {
  return { type: "whatsapp", config: { message: { type: "text", body }, ...more } };
}

type Drawn = {
  readonly id: string;
  readonly nodes: readonly object[];
  /** Each as `n2 onBegin n3`. */
  readonly edges: readonly string[];
  /** Where every failure leads. */
  readonly fallback: string;
};

function flowOf({ id, nodes, edges, fallback }: Drawn): Flow {
  const failures = ["onDeliveryReportFail", "onPolicyFail", "onError", "onTimeout"];
  const parsed = parseFlow({
    ...{ format: "parley.flow/1", id, name: id, nodes },
    settings: { outcomeDefaults: Object.fromEntries(failures.map((outcome) => [outcome, { target: fallback }])) },
    edges: edges.map((line, index) => {
      const [source, outcome, target] = line.split(" ");
      return { id: `e${index}`, source, outcome, target };
    }),
  });
  invariant(parsed.ok && checkFlow(parsed.flow).length === 0, "a simulated flow may go live");
  return parsed.flow;
}
