import ElkClient, { type ELK, type ElkNode } from "elkjs/lib/elk-api.js";

let client: ELK | undefined;

/** Works a layout out in a worker of its own, which stays for the next one. */
export async function layOutInWorker(graph: ElkNode): Promise<ElkNode> {
  client ??= new ElkClient({ workerFactory: startWorker });
  return await client.layout(graph);
}

function startWorker(): Worker {
  return new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
}
