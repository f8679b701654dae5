import type { Outcome, OutcomeColour } from "@parley/flow";
import type { DocumentNode } from "../flow-document.ts";
import { edgeIndex, edgesFrom } from "../lookup.ts";
import { outcomesOfNode } from "../outcomes.ts";
import { type DocumentDraft, now, takeOut, writable } from "./draft.ts";

/**
 * Lets the edges of a node follow a change of its outcomes. Where as many outcomes of a colour went as came, those that came are those that went, in
 * their order, by another name: a branch that was renamed, a wait for another receipt. They keep their edges; all others that went lose them.
 */
export function followOutcomes(draft: DocumentDraft, before: DocumentNode, after: DocumentNode): void {
  const [old, fresh] = [outcomesOfNode(before), outcomesOfNode(after)];
  const went = without(old, fresh);
  if (went.length === 0) return;
  const names = renamed(went, without(fresh, old));
  const document = now(draft);
  const lost = new Set<string>();
  for (const { id, outcome } of edgesFrom(document, before.id)) {
    if (!went.some(({ name }) => name === outcome)) continue;
    const edge = writable(draft.edges, edgeIndex(document, id));
    const name = names.get(outcome);
    if (edge === undefined || name === undefined) lost.add(id);
    else edge.outcome = name;
  }
  takeOut(draft.edges, now(draft).edges, ({ id }) => lost.has(id));
}

/** The names of outcomes that came, by the names that they had. */
function renamed(went: readonly Outcome[], came: readonly Outcome[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const colour of ["green", "amber", "red"] satisfies OutcomeColour[]) {
    const [from, to] = [went, came].map((outcomes) => outcomes.filter((outcome) => outcome.colour === colour));
    if (from?.length !== to?.length) continue;
    for (const [index, { name }] of from?.entries() ?? []) names.set(name, to?.[index]?.name ?? name);
  }
  return names;
}

function without(outcomes: readonly Outcome[], others: readonly Outcome[]): readonly Outcome[] {
  const names = new Set(others.map(({ name }) => name));
  return outcomes.filter(({ name }) => !names.has(name));
}
