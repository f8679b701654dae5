import type { FlowDocument } from "../document/flow-document.ts";
import { typeTitle } from "../nodes/titles.ts";
import type { Texts } from "../texts/en/index.ts";

/** What a flow is made of, in words: the types of its nodes by number, those of which there are most first. */
export function holdings({ nodes }: FlowDocument, texts: Texts): string {
  const byType = [...Map.groupBy(nodes, ({ type }) => type)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  return byType.map(([type, same]) => texts.flows.create.part(same.length, typeTitle(type, texts))).join(", ");
}
