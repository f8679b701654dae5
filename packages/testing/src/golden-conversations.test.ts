import { readdirSync } from "node:fs";
import { refusalCodes } from "@parley/engine";
import { messageTypes, type NodeType, nodeDefinitions, outcomesOf, startEvents } from "@parley/flow";
import { channelEvents, mediaKinds } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { describeGoldenConversations } from "./describe-golden-conversations.ts";
import { drawFlow } from "./draw-flow.ts";
import { channelRowsOf } from "./golden/channel-rows.ts";
import { sendRowsOf, wiringRowsOf } from "./golden/rows-proven.ts";

const root = new URL("../conversations/", import.meta.url);
const files = describeGoldenConversations(root);

const rows = [{ variable: "$(receive.message)", operator: "equals", value: "x" }];
const message = { type: "text", body: "Hello" };
const paid = { type: "custom-event", event: "paid", match: [{ key: "order", value: "7" }] };
const events = [...channelEvents.map((type) => ({ type })), paid];

/** Configs that have between them every outcome that a type can have; named branches stand for any. */
const configs = {
  start: [{ trigger: { type: "whatsapp", event: "whatsapp.mo" } }],
  receive: [{ events, timeoutSeconds: 60 }],
  whatsapp: ["none", "submit", "delivery", "read"].map((waitFor) => ({ message, waitFor })),
  "wait-for": ["submit", "delivery", "read"].map((waitFor) => ({ send: "n4", waitFor })),
  branch: [{ branches: ["first", "second"].map((name) => ({ name, rows })) }],
  delay: [{ seconds: 60 }],
  "business-hours": ["branch", "wait"].map((outside) => ({ timeZone: "UTC", week: {}, outside })),
  split: [{ branches: ["first", "second"].map((name) => ({ name, percent: 50 })) }],
  evaluate: [{ script: "1" }, { script: "1", branches: ["first", "second"] }],
  "http-request": [{ url: "https://example.com" }],
  "data-parser": [{ source: "{}", fields: [{ name: "field", path: "a" }] }],
  profile: [{}],
  "generate-otp": [{}],
  "validate-otp": [{ generator: "n5", code: "$(receive.message)" }],
  end: [{}],
} satisfies Record<NodeType, readonly object[]>;

/**
 * Outcomes that the catalogue gives every node and that nothing can cause yet: a condition that cannot be read is false, with a warning, and shares that do
 * not add up do not go live.
 */
const neverTaken: readonly string[] = ["branch onError", "split onError"];

describe("It is true of every node type that", () => {
  for (const type of Object.keys(nodeDefinitions) as NodeType[]) {
    const cases = files.filter(({ folder }) => folder === type);

    test(`${type} has a golden conversation for each outcome`, () => {
      expect(cases.length).toBeGreaterThan(0);
      const taken = cases.flatMap(({ flow, play }) => {
        const types = new Map(flow.nodes.map((node) => [node.id, node.type]));
        return play().journal.flatMap((entry) =>
          entry.type === "node-left" && types.get(entry.nodeId) === type ? [`${type} ${entry.outcome}`] : [],
        );
      });
      const possible = configs[type].flatMap((config) =>
        outcomesOf(nodeOf(type, config)).map(({ name }) => `${type} ${name}`),
      );
      const missing = new Set(possible).difference(new Set(taken));
      expect([...missing].sort()).toEqual(neverTaken.filter((outcome) => outcome.startsWith(`${type} `)));
    });
  }

  test("its golden conversations stand in a folder of its name, and none in a folder that nobody reads", () => {
    const folders = readdirSync(root).filter((name) => !name.startsWith("."));
    const ofTheHost = ["policy", "receipts", "reports", "routing", "tasks", "triggers"];
    const known = [...Object.keys(nodeDefinitions), ...ofTheHost, "receipt-orders"];
    expect(folders.toSorted()).toEqual(known.toSorted());
    expect([...new Set(files.map(({ folder }) => folder))].toSorted()).toEqual(Object.keys(nodeDefinitions).toSorted());
  });
});

describe("It is true of the rule of unwired outcomes that", () => {
  const proven = new Set(files.flatMap(wiringRowsOf));

  for (const type of Object.keys(nodeDefinitions) as NodeType[]) {
    test(`each of its rows is proven for ${type}`, () => {
      const outcomes = configs[type].flatMap((config) => outcomesOf(nodeOf(type, config)));
      const rows = outcomes.flatMap(({ name, fallback }) => {
        if (neverTaken.includes(`${type} ${name}`)) return [];
        const isNamed = ["first", "second"].includes(name);
        const ways = ["edge", ...(fallback === undefined ? [] : ["fallback"]), "default", "nowhere"];
        return ways.map((way) => `${type} ${isNamed ? "a named branch" : name} by ${way}`);
      });
      expect(new Set(rows).difference(proven)).toEqual(new Set());
    });
  }

  test("no way out is taken that no rule knows", () => {
    expect([...proven].filter((row) => row.endsWith("a way that no rule knows"))).toEqual([]);
  });
});

/** By Wait For, the ways out that are particular to it, and what takes them (architecture page, Nodes and outcomes). */
const sendRows = {
  none: ["onSuccess by send-accepted"],
  submit: ["submitted", "delivered", "read"].map((status) => `onSubmit by ${status}`),
  delivery: ["delivered", "read"].map((status) => `onDeliveryReportSuccess by ${status}`),
  read: ["onRead by read"],
};

describe("It is true of the channel that", () => {
  const proven = new Set(files.flatMap(channelRowsOf));
  const missing = (rows: readonly string[]) => [...new Set(rows).difference(proven)];

  test("every type of message, and every kind of media, is sent in some golden conversation and refused in another", () => {
    expect(messageTypes.length).toBeGreaterThanOrEqual(11);
    const sent = messageTypes.flatMap((type) =>
      type === "media" ? mediaKinds.map((kind) => `media ${kind}`) : [type],
    );
    expect(missing(sent.map((kind) => `sends ${kind}`))).toEqual([]);
    expect(missing(messageTypes.map((type) => `refuses ${type}`))).toEqual([]);
  });

  test("every way to name a receiver is taken in some and refused in another", () => {
    expect(missing(["waId", "bsuid", "customerId"].map((identity) => `sends to ${identity}`))).toEqual([]);
    expect(missing(["waId", "bsuid", "customerId"].map((type) => `refuses destination ${type}`))).toEqual([]);
  });

  test("everything that a send brings along is brought in some, and refused in another where it can be wrong", () => {
    const brought = ["templateFallback", "identityKeyHash", "notify", "contextId", "expiresAt", "writtenTo"];
    expect(missing(brought.map((name) => `sends with ${name}`))).toEqual([]);
    const fields = ["templateFallback", "identityKeyHash", "correlationId", "callbackData", "contextId"];
    expect(missing([...fields, "timeoutSeconds", "expiry"].map((name) => `refuses ${name}`))).toEqual([]);
  });

  test("every filter of a Receive takes in some and passes over in another", () => {
    const filters = ["from", "senderName", "keywords", "pattern", "media", "match"];
    expect(missing(filters.flatMap((filter) => [`takes by ${filter}`, `passes over by ${filter}`]))).toEqual([]);
  });

  test("every event of a Start begins some", () => {
    expect(missing([...startEvents, "webhook", "custom-event"].map((event) => `begins by ${event}`))).toEqual([]);
  });

  test("every refusal of ours leaves by onPolicyFail or onError in some", () => {
    const rows = new Set(files.flatMap(sendRowsOf).map((row) => row.split(" ").at(-1)));
    expect(Object.values(refusalCodes).filter((code) => !rows.has(code))).toEqual([]);
  });
});

/** Expiry, the session window, and a code of the provider's. */
const policyRows = ["7705", "7710", "7711"].map((code) => `onPolicyFail by send-refused ${code}`);
/** Invalid values, a permanent refusal, and retries that are exhausted. */
const errorRows = ["entry", "send-failed 7871", "send-failed 7200"].map((cause) => `onError by ${cause}`);
const waitingRows = ["onTimeout by timer-fired", "onDeliveryReportFail by failed"];

describe("It is true of the table of Wait For that", () => {
  const proven = new Set(files.flatMap(sendRowsOf));

  for (const [waitFor, rows] of Object.entries(sendRows)) {
    test(`each of its rows is proven for ${waitFor}`, () => {
      const all = [...rows, ...policyRows, ...errorRows, ...(waitFor === "none" ? [] : waitingRows)];
      expect(new Set(all.map((row) => `${waitFor} ${row}`)).difference(proven)).toEqual(new Set());
    });
  }
});

function nodeOf(type: NodeType, config: object) {
  const named = [
    { id: "n4", type: "whatsapp", config: { message } },
    { id: "n5", type: "generate-otp" },
  ] as const;
  const { nodes } = drawFlow({
    nodes: type === "start" ? [{ id: "n3", type, config }] : [...named, { id: "n3", type, config }],
    edges: [],
  });
  const node = nodes.find(({ id }) => id === "n3");
  if (node === undefined) throw new Error("The drawn node is in the flow.");
  return node;
}
