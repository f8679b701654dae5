/** A flow as large as wished, laid out in rows of twenty: sends that wait for their delivery, each with a way on and one to the row below. */
export function drawnFlow(id: string, nodeCount: number) {
  const perRow = 20;
  const nodes = Array.from({ length: nodeCount }, (_, index) => {
    const position = { x: (index % perRow) * 340, y: Math.floor(index / perRow) * 280 };
    const node = { id: `n${index + 2}`, name: `Step ${index + 1}`, position };
    return index === 0 ? { ...node, ...start } : { ...node, ...send(index) };
  });
  const edges = nodes.flatMap(({ id: source, type }, index) => [
    ...edge(source, type === "start" ? "onBegin" : "onDeliveryReportSuccess", nodes[index + 1]?.id),
    ...edge(source, type === "start" ? undefined : "onTimeout", nodes[index + perRow]?.id),
  ]);
  return { format: "parley.flow/1" as const, id, name: `Flow of ${nodeCount}`, description: "", nodes, edges };
}

const start = { type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } } };

function send(index: number) {
  const body = `Hello $(whatsapp.username), this is message ${index}. It says *something* in about two lines of text.`;
  return { type: "whatsapp", config: { message: { type: "text", body }, waitFor: "delivery", timeoutSeconds: 60 } };
}

function edge(source: string, outcome: string | undefined, target: string | undefined) {
  if (outcome === undefined || target === undefined) return [];
  return [{ id: `${source}-${outcome}`, source, outcome, target }];
}
