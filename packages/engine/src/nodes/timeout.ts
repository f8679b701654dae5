import { parseTemplate, resolveText, type Seconds } from "@parley/flow";
import type { ConversationContext } from "../conversation.ts";
import { scopeOf } from "../scope.ts";
import { waitMsOf } from "../step.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * The duration of a node's time-out. Entering the node has refused what is no number of seconds, so the least wait stands in for it here: the
 * node is left before it could fire, and XState would fire anything that is not a number at once.
 */
export function timeoutReader(seconds: Seconds | undefined): Pick<Behaviour, "timeoutMs"> {
  if (seconds === undefined) return {};
  const template = parseTemplate(String(seconds));
  const timeoutMs = (context: ConversationContext): number =>
    waitMsOf(typeof seconds === "number" ? seconds : resolveText(template, scopeOf(context)).value) ?? 1;
  return { timeoutMs };
}
