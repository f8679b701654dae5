import { outcomesOf } from "@parley/flow";
import fc from "fast-check";
import { type DrawnFlow, type DrawnNode, drawFlow } from "../draw-flow.ts";

/** How large and how wild random flows are. */
export type RandomFlowOptions = {
  /** Nodes besides Start. */
  readonly maxNodes?: number;
  /** The node executions that a conversation may have: few, so that loops come to their end soon. */
  readonly maxNodeExecutions?: number;
};

/** Texts that conditions, destinations and waits of random flows tell apart. */
export const randomTexts = ["yes", "no", "5", "0", "soon", "", "31612345678"] as const;

const variables = [
  { name: "word", default: "yes" },
  { name: "count", default: 7 },
  { name: "blank" },
  { name: "order", default: { items: [{ sku: "B-1" }], seconds: "2" } },
];

/** Expressions of every kind: with a value and without, from the message, the sends and the variables. */
const expression = fc.constantFrom(
  "$(receive.message)",
  "$(whatsapp.username)",
  "$(n2.whatsapp.waId)",
  "$(word)",
  "$(count)",
  "$(blank)",
  "$(order.items[0].sku)",
  "$(order.seconds)",
  "$(order.absent)",
  "$(customEvent.order)",
  "$(whatsapp.contextNode)",
  "$(send.response_interactive.title)",
);

const seconds = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }) },
  { weight: 1, arbitrary: expression },
);
const timeoutSeconds = fc.option(seconds, { nil: undefined });
const awaited = fc.constantFrom("submit", "delivery", "read");
const text = fc.oneof(expression, fc.constantFrom(...randomTexts));
const nonEmpty = text.filter((written) => written !== "");
/** Seldom empty, so that most sends are made. */
const body = fc.oneof(
  { weight: 9, arbitrary: fc.constant("You said $(receive.message)") },
  { weight: 1, arbitrary: expression },
);

const transitionAction = fc.oneof(
  fc.record({ type: fc.constant("log"), value: text }),
  fc.record({ type: fc.constant("set-variable"), name: fc.constantFrom("word", "count", "blank"), value: text }),
);
const actions = fc.array(transitionAction, { maxLength: 2 });

const condition = fc.oneof(
  fc.record({
    variable: expression,
    operator: fc.constantFrom("equals", "less-than", "contains-ignore-case", "regular-expression"),
    value: text,
    join: fc.constantFrom("and", "or"),
  }),
  fc.record({
    variable: expression,
    operator: fc.constantFrom("in", "not-in"),
    values: fc.array(text, { minLength: 1, maxLength: 2 }),
  }),
);

const absent = { nil: undefined, freq: 2 };
const filter = (source: fc.Arbitrary<string>) => fc.option(source, absent);

/** A message of some type, from anyone, filtered or not. */
const channelEntry = fc.record({
  type: fc.constantFrom("whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"),
  from: filter(fc.constantFrom("31612345670", "$(n2.whatsapp.waId)", "$(word)")),
  senderName: fc.option(fc.constantFrom("Ada", "$(whatsapp.username)"), { nil: undefined, freq: 1 }),
  keywords: filter(text.filter((word) => word !== "")).map((word) => (word === undefined ? undefined : [word, "Yes"])),
  pattern: fc.option(fc.constantFrom("^y", "$(word)", "("), { nil: undefined, freq: 1 }).map(literalOrExpression),
  media: fc.option(fc.constant(["text", "image"]), { nil: undefined, freq: 1 }),
});

/** A pattern that is none may only come of an expression. */
function literalOrExpression(pattern: string | undefined): string | undefined {
  return pattern === "(" ? "($(word)" : pattern;
}

/** Seldom what no event brings, so that events are waited for in earnest. */
const wanted = fc.oneof({ weight: 4, arbitrary: fc.constant("yes") }, { weight: 1, arbitrary: nonEmpty });

const customEntry = fc.record({
  type: fc.constant("custom-event"),
  event: fc.constantFrom("paid", "paid", "shipped"),
  match: fc
    .uniqueArray(fc.constantFrom("order", "word"), { minLength: 1 })
    .chain((keys) => fc.tuple(...keys.map((key) => fc.record({ key: fc.constant(key), value: wanted })))),
});

const plainEntry = fc.record({
  type: fc.constantFrom("whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"),
});

const entries = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: plainEntry },
      { weight: 2, arbitrary: channelEntry },
      { weight: 1, arbitrary: customEntry },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.map((entry, index) => (index === 0 ? entry : { ...entry, outcome: `way ${index}` })));

const whatsappConfig = fc.record({
  message: fc.record({ type: fc.constant("text"), body }),
  destination: fc.oneof(
    { weight: 9, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.oneof(expression, fc.constant("31612345678")) },
  ),
  waitFor: fc.oneof(fc.constant("none"), awaited),
  timeoutSeconds,
  expiry: fc.option(fc.record({ type: fc.constant("seconds"), seconds }), { nil: undefined }),
});

type Draw = { readonly type: DrawnNode["type"]; readonly config: object };

function drawOf(type: DrawnNode["type"], config: fc.Arbitrary<object>): fc.Arbitrary<Draw> {
  return config.map((drawn) => ({ type, config: drawn }));
}

const names = fc.uniqueArray(fc.constantFrom("first", "second", "constructor", "With spaces"), { minLength: 1 });

/** The names of what a random flow's tasks give and its expressions read. */
const fields = fc.constant([{ name: "picked", path: "order.items[0]" }]);

/** Open now and again by the clock of random conversations, which begins with 1970. */
const hours = fc.constantFrom(
  { thursday: [{ from: "00:00", to: "00:01" }] },
  { thursday: [{ from: "01:00", to: "24:00" }] },
  {},
);

const splitConfig = fc.record({
  by: fc.constantFrom("contact", "random"),
  branches: fc
    .constantFrom([50, 50], [0, 100], [33.3, 66.7])
    .map((percents) => percents.map((percent, index) => ({ name: `way ${index}`, percent }))),
});

const moment = fc.record({
  at: fc.oneof(fc.constantFrom("1970-01-01T00:00:30", "01-01-1970 00:01:00", "1970-01-01T00:00Z"), expression),
  timeZone: fc.constantFrom("UTC", "Europe/Amsterdam", "$(word)"),
});

/** Nodes that decide by the clock or by the contact alone. */
const deciding: readonly fc.Arbitrary<Draw>[] = [
  drawOf("delay", fc.record({ until: moment })),
  drawOf("split", splitConfig),
  drawOf(
    "business-hours",
    fc.record({
      timeZone: fc.constantFrom("UTC", "$(word)"),
      week: hours,
      outside: fc.constantFrom("branch", "wait"),
      extraDelayMinutes: fc.constantFrom(0, 5),
    }),
  ),
];

/** Nodes that ask for work in the world. `generators` are the ids of the nodes that make one-time passwords. */
function asking(generators: readonly string[]): readonly fc.Arbitrary<Draw>[] {
  return [
    drawOf(
      "evaluate",
      fc.record({ script: expression, branches: fc.oneof(fc.constant([]), fc.constant(["yes", "no"])) }),
    ),
    drawOf(
      "http-request",
      fc.record({
        method: fc.constantFrom("GET", "POST"),
        url: fc.constantFrom("https://example.com/$(receive.message)?q=$(word)", "$(word)"),
        body: fc.constantFrom({ type: "none" }, { type: "json", text: '{"a":"$(order)","b":$(word)}' }),
        errorStatuses: fc.constantFrom("none", "4xx-5xx"),
        fields,
      }),
    ),
    drawOf("data-parser", fc.record({ source: expression, fields })),
    drawOf(
      "profile",
      fc.record({
        action: fc.constantFrom("fetch", "set", "delete"),
        contact: fc.constantFrom("", "$(whatsapp.waId)", "$(word)"),
        fields: fc.constant([{ name: "city", value: "$(receive.message)" }]),
      }),
    ),
    drawOf("generate-otp", fc.record({ resend: fc.constantFrom("new", "same"), attempts: fc.constantFrom(1, 3) })),
    drawOf(
      "validate-otp",
      fc.record({ generator: fc.constantFrom(...generators), code: fc.constantFrom("$(receive.message)") }),
    ),
  ];
}

/** The ids of nodes that others may name. */
type Named = { readonly senders: readonly string[]; readonly generators: readonly string[] };

/** A node of any type but Start. */
function draw({ senders, generators }: Named): fc.Arbitrary<Draw> {
  return fc.oneof(
    ...deciding.map((arbitrary) => ({ weight: 1, arbitrary })),
    ...asking(generators).map((arbitrary) => ({ weight: 2, arbitrary })),
    {
      weight: 3,
      arbitrary: drawOf("receive", fc.record({ events: entries, timeoutSeconds })),
    },
    { weight: 4, arbitrary: drawOf("whatsapp", whatsappConfig) },
    {
      weight: 2,
      arbitrary: drawOf("wait-for", fc.record({ send: fc.constantFrom(...senders), waitFor: awaited, timeoutSeconds })),
    },
    {
      weight: 2,
      arbitrary: drawOf(
        "branch",
        fc.record({
          branches: names.chain((list) =>
            fc.tuple(
              ...list.map((name) =>
                fc.record({ name: fc.constant(name), rows: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
              ),
            ),
          ),
        }),
      ),
    },
    { weight: 1, arbitrary: drawOf("delay", fc.record({ seconds })) },
    { weight: 1, arbitrary: drawOf("end", fc.record({ result: fc.constantFrom("success", "error", "My result") })) },
  );
}

/**
 * Random flows that could go live but for outcomes that lead nowhere: nodes of all types, every outcome wired to any node, itself included, or to
 * none. The first node after Start is a send and the second a Receive of a custom event, so that waits and expressions have something to name; the
 * next two make and compare a one-time password.
 */
export function randomFlows({ maxNodes = 9, maxNodeExecutions = 30 }: RandomFlowOptions = {}): fc.Arbitrary<DrawnFlow> {
  const sender = fc.record({ type: fc.constant("whatsapp" as const), config: whatsappConfig });
  const receiver = fc.record({
    type: fc.constant("receive" as const),
    config: fc.record({ events: fc.tuple(customEntry, plainEntry), timeoutSeconds }),
  });
  const maker = fc.record({ type: fc.constant("generate-otp" as const), config: fc.constant({ resend: "same" }) });
  const named: Named = { senders: ["n3"], generators: ["n5"] };
  const checker = fc.record({
    type: fc.constant("validate-otp" as const),
    config: fc.constant({ generator: "n5", code: "$(receive.message)" }),
  });
  const first = fc.tuple(sender, receiver, maker, checker);
  const maxLength = maxNodes - 4;
  const others = fc.array(draw(named), { minLength: Math.floor(maxLength / 2), maxLength, size: "max" });
  return fc.tuple(first, others).chain(([begin, rest]) => {
    const drawn: (Draw & { id: string })[] = [...begin, ...rest].map((node, index) => ({
      id: `n${index + 3}`,
      ...node,
    }));
    const ids = drawn.map(({ id }) => id);
    const extras = fc.tuple(...ids.map(() => fc.record({ onEnter: actions, onLeave: actions })));
    const targetOf = (way: string) => {
      // A password that nobody types, and a node that always fails and leads to itself, say little.
      if (way === "n5 onSuccess") return fc.constant("n6");
      const freq = way.endsWith("onError") ? 1 : 9;
      return fc.option(fc.constantFrom(...ids), { nil: undefined, freq });
    };
    const ways = drawFlow({ nodes: drawn, edges: [], variables }).nodes.flatMap((node) =>
      outcomesOf(node).map(({ name }) => `${node.id} ${name}`),
    );
    const outcomeDefaults = fc.dictionary(
      fc.constantFrom("onError", "onTimeout", "onPolicyFail"),
      fc.constantFrom(...ids).map((id) => ({ target: id })),
    );
    return fc.record({
      nodes: extras.map((list) => drawn.map((node, index) => ({ ...node, ...list[index] }))),
      edges: fc
        .tuple(...ways.map(targetOf))
        .map((targets) =>
          ways.flatMap((way, index) => (targets[index] === undefined ? [] : [`${way} ${targets[index]}`])),
        ),
      variables: fc.constant(variables),
      settings: outcomeDefaults.map((defaults) => ({ maxNodeExecutions, outcomeDefaults: defaults })),
    });
  });
}
