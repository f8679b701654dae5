import { formatPath, outboundMessageSchema, parseInput } from "@parley/messaging";
import { literalOf, parseTemplate } from "../expression.ts";
import { type MessageConfig, messageTemplates, resolveMessage } from "./index.ts";

/** One thing wrong with a drawn message: its field, and a predicate. */
export type MessageProblem = { readonly field: string; readonly message: string };

/**
 * What the channel would refuse in a message as drawn, as far as it can be told before expressions have values: whatever is wrong with a text without
 * expressions, and of one with them that its own characters alone are too many.
 */
export function messageProblems(config: MessageConfig): MessageProblem[] {
  const open = new Set(
    messageTemplates(config).flatMap(({ field, source }) =>
      literalOf(parseTemplate(source)) === undefined ? [field] : [],
    ),
  );
  // As they stand, expressions keep texts apart that will be apart, and none empty that will not be.
  const asDrawn = problemsOf(config, (source) => literalOf(parseTemplate(source)) ?? source).filter(
    ({ field }) => !open.has(field),
  );
  if (open.size === 0) return asDrawn;
  const ownCharacters = problemsOf(config, literalPartOf).filter(
    ({ field, message }) => open.has(field) && /characters long; WhatsApp takes at most/.test(message),
  );
  return [...asDrawn, ...ownCharacters];
}

function problemsOf(config: MessageConfig, resolve: (source: string) => string): MessageProblem[] {
  const parsed = parseInput(outboundMessageSchema, resolveMessage(config, resolve));
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => ({ field: formatPath(path), message }));
}

function literalPartOf(source: string): string {
  return parseTemplate(source)
    .filter((part) => typeof part === "string")
    .join("");
}
