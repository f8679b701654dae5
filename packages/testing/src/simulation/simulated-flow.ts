import { compile } from "@parley/engine";
import { checkFlow, parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";

const send = (body: string, more: object = {}) => ({
  type: "whatsapp",
  config: { message: { type: "text", body }, ...more },
});

/** A flow in which a word of the message decides what happens: an echo, a wait for the read receipt, a pause, the end. */
const json = {
  format: "parley.flow/1",
  id: "simulated",
  name: "Simulated",
  settings: {
    outcomeDefaults: Object.fromEntries(
      ["onDeliveryReportFail", "onPolicyFail", "onError", "onTimeout"].map((outcome) => [outcome, { target: "n4" }]),
    ),
  },
  nodes: [
    { id: "n2", type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } } },
    { id: "n3", ...send("hello $(whatsapp.message)", { waitFor: "delivery", timeoutSeconds: 30 }) },
    { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 120 } },
    {
      id: "n5",
      type: "branch",
      config: {
        branches: ["echo", "wait", "pause", "stop"].map((word) => ({
          name: word,
          rows: [{ variable: "$(receive.message)", operator: "ends-with", value: word }],
        })),
      },
    },
    { id: "n6", ...send("echo $(receive.message)") },
    { id: "n7", ...send("wait $(receive.message)") },
    { id: "n8", type: "wait-for", config: { send: "n7", waitFor: "read", timeoutSeconds: 60 } },
    { id: "n9", type: "delay", config: { seconds: 10 } },
    { id: "n10", ...send("paused $(receive.message)", { expiry: { type: "seconds", seconds: 300 } }) },
    { id: "n11", type: "end", config: {} },
    { id: "n12", ...send("bye") },
  ],
  edges: [
    ["n2", "onBegin", "n3"],
    ["n3", "onDeliveryReportSuccess", "n4"],
    ["n4", "whatsapp.mo", "n5"],
    ["n4", "onTimeout", "n12"],
    ["n5", "echo", "n6"],
    ["n5", "wait", "n7"],
    ["n5", "pause", "n9"],
    ["n5", "stop", "n11"],
    ["n5", "noneOfTheAbove", "n4"],
    ["n6", "onSuccess", "n4"],
    ["n7", "onSuccess", "n8"],
    ["n8", "onRead", "n4"],
    ["n9", "onTimeout", "n10"],
    ["n10", "onSuccess", "n4"],
    ["n12", "onSuccess", "n11"],
  ].map(([source, outcome, target], index) => ({ id: `e${index}`, source, outcome, target })),
};

const parsed = parseFlow(json);
invariant(parsed.ok && checkFlow(parsed.flow).length === 0, "the simulated flow may go live");

export const simulatedFlow = parsed.flow;
export const compiledFlow = compile(parsed.flow, 1);
