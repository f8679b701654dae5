import type { FlowRow, FlowStore } from "@parley/store";
import { RequestError } from "./http-error.ts";

/** A flow, also one in the bin. Rejects with `RequestError` when there is none. */
export async function findFlow(flows: FlowStore, id: string): Promise<FlowRow> {
  const row = await flows.get(id);
  if (row === undefined) throw new RequestError("not-found", `There is no flow with the id ${id}.`);
  return row;
}

/** A flow that may be changed. Rejects with `RequestError` when there is none, and when it is in the bin. */
export async function findEditable(flows: FlowStore, id: string): Promise<FlowRow> {
  const row = await findFlow(flows, id);
  if (row.deletedAt === undefined) return row;
  throw new RequestError("conflict", `The flow ${id} is in the bin; restore it first.`);
}

/** Says that a change was made from a revision that is not the latest, and which one is. */
export function revisionConflict({ revision, updatedAt }: FlowRow, given: number): RequestError {
  const message = `Revision ${given} is not the latest, which is ${revision}; read the flow again before saving.`;
  return new RequestError("conflict", message, { current: { revision, updatedAt } });
}
