import { type FlowDraft, flowDraftSchema, flowFormat, flowLimits } from "@parley/flow";
import { formatPath, parseInput } from "@parley/messaging";
import type { Texts } from "../texts/en/index.ts";

/** A flow from a file, or what keeps it from being one, line by line. */
export type FlowFile =
  | { readonly isFlow: true; readonly draft: FlowDraft }
  | { readonly isFlow: false; readonly problems: readonly string[] };

/**
 * Reads the text of a flow file. An unfinished flow is one: what is wrong with it is shown where it can be mended. A file whose shape is broken is
 * none, and neither is one of which something would be lost.
 */
export function readFlowFile(text: string, texts: Texts): FlowFile {
  const { importing } = texts.flows;
  if (text.length > flowLimits.bytes) return broken(importing.tooLarge(flowLimits.bytes / 1024 ** 2));
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const place = placeOf(error, text);
    return broken(place === undefined ? importing.notJson : importing.notJsonAt(place.line, place.column));
  }
  if (typeof input !== "object" || input === null || Reflect.get(input, "format") !== flowFormat) {
    return broken(importing.notFlow);
  }
  const parsed = parseInput(flowDraftSchema, input);
  if (!parsed.ok) {
    const lines = parsed.problems.map(({ path, message }) =>
      importing.at(formatPath(path) || importing.whole, message),
    );
    return broken(...lines);
  }
  const lost = losses(parsed.value, texts);
  return lost.length > 0 ? broken(...lost) : { isFlow: true, draft: parsed.value };
}

function broken(...problems: readonly string[]): FlowFile {
  return { isFlow: false, problems };
}

/** What could not be kept: nodes of one id, of which edges mean either, and edges without an end. */
function losses({ nodes, edges }: FlowDraft, { flows: { importing } }: Texts): string[] {
  const ids = nodes.map(({ id }) => id);
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const dangling = edges.flatMap(({ id, source, target }) =>
    [source, target]
      .filter((end) => typeof end !== "string" || !known.has(end))
      .map((end) => importing.dangling(id, typeof end === "string" ? end : "?")),
  );
  return [...[...new Set(twice)].map(importing.twice), ...dangling];
}

/** Where JSON ends to be JSON: browsers say it in their message, as a line and column or as a position. */
function placeOf(error: unknown, text: string): { readonly line: number; readonly column: number } | undefined {
  const message = error instanceof Error ? error.message : "";
  const [, line, column] = /line (\d+),? column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
