import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFlow } from "./check-flow.ts";
import { type DrawnNode, makeFlow, startConfig } from "./flow.test-support.ts";
import type { Flow } from "./flow.ts";
import { outcomesOf } from "./nodes/index.ts";
import { wiringOf } from "./wiring.ts";

const drawings: fc.Arbitrary<Omit<DrawnNode, "id">> = fc.constantFrom(
  { type: "start", config: startConfig },
  { type: "receive", config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 5 } },
  { type: "whatsapp", config: { message: { type: "text", body: "$(receive.message)" }, waitFor: "read" } },
  { type: "delay", config: { seconds: 1 } },
  { type: "end", config: {} },
);

const ids = fc.nat({ max: 4 }).map((index) => `n${index + 2}`);
const names = fc.constantFrom(
  "onBegin",
  "onTimeout",
  "onRead",
  "onError",
  "whatsapp.mo",
  "onDeliveryReportFail",
  "onNothing",
);

/** Flows drawn without care: a Start, up to four nodes more, edges anywhere. */
const careless: fc.Arbitrary<Flow> = fc
  .record({
    nodes: fc.array(drawings, { maxLength: 4 }),
    edges: fc.array(fc.tuple(ids, names, ids), { maxLength: 10 }),
    outcomeDefaults: fc.dictionary(names, fc.record({ target: ids }), { maxKeys: 3 }),
  })
  .map(({ nodes, edges, outcomeDefaults }) =>
    makeFlow({
      nodes: [{ type: "start" as const, config: startConfig }, ...nodes].map((node, index) => ({
        ...node,
        id: `n${index + 2}`,
      })),
      edges: edges.map((edge) => edge.join(" ")),
      settings: { outcomeDefaults },
    }),
  );

/** The same flow with every error that lies in an edge, an outcome or a second Start taken away. */
function mend(flow: Flow): Flow {
  const nodes = flow.nodes.filter(({ type }, index) => type !== "start" || index === 0);
  const targets = new Set(nodes.flatMap(({ id, type }) => (type === "start" ? [] : [id])));
  const end = { ...makeFlow().nodes[1]!, id: "n9" };
  const edges = [...nodes, end].flatMap((node) =>
    outcomesOf(node).map(({ name }) => {
      const drawn = flow.edges.find((edge) => edge.source === node.id && edge.outcome === name);
      const target = drawn !== undefined && targets.has(drawn.target) ? drawn.target : end.id;
      return { id: `${node.id} ${name}`, source: node.id, outcome: name, target };
    }),
  );
  return { ...flow, nodes: [...nodes, end], edges, settings: { ...flow.settings, outcomeDefaults: {} } };
}

function errorsOf(flow: Flow): string[] {
  return checkFlow(flow).flatMap(({ severity, message }) => (severity === "error" ? [message] : []));
}

test("a flow without errors has one Start, edges between its nodes, and a way for every required outcome", () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.oneof(careless, careless.map(mend)), (flow) => {
      if (errorsOf(flow).length > 0) return;
      sound += 1;
      const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
      const leadsTo = wiringOf(flow);
      expect(flow.nodes.filter(({ type }) => type === "start")).toHaveLength(1);
      for (const { source, target } of flow.edges) expect([nodes.has(source), nodes.has(target)]).toEqual([true, true]);
      for (const node of flow.nodes) {
        for (const outcome of outcomesOf(node).filter(({ isRequired }) => isRequired)) {
          expect(nodes.has(leadsTo(node.id, outcome) ?? "nowhere")).toBe(true);
        }
      }
    }),
  );
  expect(sound).toBeGreaterThan(10);
});

test("a careless flow has no errors once it is mended", () => {
  fc.assert(
    fc.property(careless, (flow) => {
      expect(errorsOf(mend(flow))).toEqual([]);
    }),
  );
});

test("the order of nodes changes nothing but the order of issues", () => {
  fc.assert(
    fc.property(careless, (flow) => {
      const messages = (given: Flow) =>
        checkFlow(given).map(({ code, nodeId, message }) => `${code} ${nodeId} ${message}`);
      const turned = { ...flow, nodes: flow.nodes.toReversed() };
      const withoutPlace = (given: Flow) => messages(given).filter((message) => !message.startsWith("one-start"));
      expect(withoutPlace(turned).toSorted()).toEqual(withoutPlace(flow).toSorted());
    }),
  );
});
