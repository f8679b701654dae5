import { type RegisteredTemplate, type TemplateMessage, templateMismatch } from "@parley/messaging";
import { literalOf, parseTemplate } from "../expression.ts";
import type { FlowFacts } from "../flow-facts.ts";
import { resolveMessage } from "./index.ts";
import type { MessageProblem } from "./message-problems.ts";
import type { TemplateMessageConfig } from "./template.ts";

/** A problem with a code, for what is only a warning because the registry may yet change. */
export type TemplateWarning = MessageProblem & { readonly code: string };

/**
 * What the registry says against a template that a message names: it is not there, it is not approved, or it wants other parameters. A message whose
 * template is chosen by an expression can only be looked at when it is sent. Of several apps' templates of one name one that fits is enough.
 */
export function templateWarnings(config: TemplateMessageConfig, { templates }: FlowFacts): TemplateWarning[] {
  const [name, language] = [config.name, config.language].map((source) => literalOf(parseTemplate(source)));
  if (templates === undefined || !name || language === undefined) return [];
  const warn = (code: string, field: string, message: string): TemplateWarning[] => [{ code, field, message }];
  const unknown = `is ${name} in ${language}, which is not among the templates; such a message would leave by onPolicyFail`;
  if (isNames(templates)) return templates.has(`${name}/${language}`) ? [] : warn("unknown-template", "name", unknown);
  const named = templates.filter(({ template }) => template.name === name && template.language === language);
  const [first] = named;
  if (first === undefined) return warn("unknown-template", "name", unknown);
  const approved = named.filter(({ status }) => status === "approved");
  if (approved.length === 0) {
    const reason = first.reason === "" ? "" : ` (${first.reason})`;
    const message = `is ${name} in ${language}, which is ${first.status}${reason} and not approved; such a message would leave by onPolicyFail`;
    return warn("template-not-approved", "name", message);
  }
  const mismatch = mismatchOf(config, approved);
  return mismatch === undefined ? [] : warn("template-mismatch", "", `does not fit ${name}: ${mismatch}`);
}

/** The sentence of the first template, when none fits; how many values there are is plain before expressions have any, but not what they are called. */
function mismatchOf(config: TemplateMessageConfig, templates: readonly RegisteredTemplate[]): string | undefined {
  if (config.body.some(({ name }) => literalOf(parseTemplate(name)) === undefined)) return undefined;
  const message = resolveMessage(config, (source) => source) as unknown as TemplateMessage;
  const mismatches = templates.map(({ template }) => templateMismatch(template, message));
  return mismatches.includes(undefined) ? undefined : mismatches[0]?.replace(/\.$/, "");
}

function isNames(templates: NonNullable<FlowFacts["templates"]>): templates is ReadonlySet<string> {
  return "has" in templates;
}
