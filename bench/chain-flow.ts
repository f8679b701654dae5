import { checkFlow, type Flow, parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";

/** A live-able flow of `count` nodes: Start, then pairs of a message and a Receive that listens for three words, in a ring, and an End. */
export function chainFlow(count: number): Flow {
  const pairs = Math.max(1, Math.floor((count - 2) / 3));
  const nodes: object[] = [
    { id: "n2", type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } } },
    { id: "n3", type: "end", config: {} },
  ];
  const edges: object[] = [];
  const connect = (source: number, outcome: string, target: number): void => {
    edges.push({ id: `e${edges.length}`, source: `n${source}`, outcome, target: `n${target}` });
  };
  connect(2, "onBegin", 4);
  for (let pair = 0; pair < pairs; pair += 1) {
    const [send, receive, branch] = [4 + pair * 3, 5 + pair * 3, 6 + pair * 3];
    const next = pair === pairs - 1 ? 4 : send + 3;
    const row = (value: string) => [{ variable: "$(receive.message)", operator: "equals-ignore-case", value }];
    nodes.push(
      { id: `n${send}`, type: "whatsapp", config: { message: { type: "text", body: "You said $(receive.message)." } } },
      { id: `n${receive}`, type: "receive", config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 600 } },
      {
        id: `n${branch}`,
        type: "branch",
        config: { branches: ["one", "two", "stop"].map((name) => ({ name, rows: row(name) })) },
      },
    );
    connect(send, "onSuccess", receive);
    connect(receive, "whatsapp.mo", branch);
    connect(receive, "onTimeout", 3);
    connect(branch, "one", next);
    connect(branch, "two", next);
    connect(branch, "stop", 3);
    connect(branch, "noneOfTheAbove", next);
  }
  const parsed = parseFlow({ format: "parley.flow/1", id: `chain-${count}`, name: "Chain", nodes, edges });
  invariant(parsed.ok, "the chain is a flow");
  invariant(!checkFlow(parsed.flow).some(({ severity }) => severity === "error"), "the chain may go live");
  return parsed.flow;
}
