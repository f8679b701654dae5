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

/** A node of any type but Start. `senders` are the ids of the send nodes that a wait may name. */
function draw(senders: readonly string[]): fc.Arbitrary<Draw> {
  const names = fc.uniqueArray(fc.constantFrom("first", "second", "constructor", "With spaces"), { minLength: 1 });
  return fc.oneof(
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
 * none. The first node after Start is a send and the second a Receive of a custom event, so that waits and expressions have something to name.
 */
export function randomFlows({ maxNodes = 6, maxNodeExecutions = 30 }: RandomFlowOptions = {}): fc.Arbitrary<DrawnFlow> {
  const sender = fc.record({ type: fc.constant("whatsapp" as const), config: whatsappConfig });
  const receiver = fc.record({
    type: fc.constant("receive" as const),
    config: fc.record({ events: fc.tuple(customEntry, plainEntry), timeoutSeconds }),
  });
  const others = fc.array(draw(["n3"]), { maxLength: maxNodes - 2, size: "max" });
  return fc.tuple(sender, receiver, others).chain(([first, second, rest]) => {
    const drawn = [first, second, ...rest].map((node, index) => ({ id: `n${index + 3}`, ...node }));
    const ids = drawn.map(({ id }) => id);
    const extras = fc.tuple(...ids.map(() => fc.record({ onEnter: actions, onLeave: actions })));
    const targetOf = (way: string) => {
      // A node that always fails and leads to itself says little.
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
