import { messagingLimits, needsOf, type Template, type TemplateParameter } from "@parley/messaging";
import { type MetaError, metaError } from "../../meta-error.ts";
import { type Reading, read } from "../../reading.ts";
import { type Component, componentOf, type Parameter } from "./component.ts";
import { countMismatch, parameterProblem, valueOf } from "./parameter.ts";

/** Reads the values that a message brings for a template's body, in the order of its placeholders. */
export function readBody(template: Template, components: readonly Component[]): Reading<readonly TemplateParameter[]> {
  const names = needsOf(template).body;
  const { parameters } = componentOf(components, "body");
  const error =
    (parameters.length === names.length ? undefined : countMismatch("body", parameters.length, names.length)) ??
    firstOf(parameters.map((parameter) => parameterProblem("body", parameter))) ??
    (template.category === "authentication" ? codeProblem(parameters) : namesProblem(template, names, parameters));
  if (error !== undefined) return { isValid: false, error };
  const values = parameters.map(valueOf);
  if (template.parameterFormat === "positional" || template.category === "authentication") return read(values);
  return read(names.flatMap((name) => values.find((value) => value.name === name) ?? []));
}

function namesProblem(
  { parameterFormat }: Template,
  names: readonly string[],
  parameters: readonly Parameter[],
): MetaError | undefined {
  if (parameterFormat === "positional") return undefined;
  const given = parameters.map(({ parameter_name: name = "" }) => name);
  if (given.includes("")) return metaError(100, { details: "Parameter name is missing or empty" });
  const missing = names.find((name) => !given.includes(name));
  const details = `body: Parameter name ${missing} is missing; the template has ${names.join(", ")}`;
  return missing === undefined ? undefined : metaError(132012, { details });
}

/** A one-time password (Cloud API, Authentication templates). */
function codeProblem(parameters: readonly Parameter[]): MetaError | undefined {
  const { otpLength } = messagingLimits;
  const index = parameters.findIndex(({ text = "" }) => text.length > otpLength);
  const details = `body: Parameter at index ${index} exceeds the parameter length limit ${otpLength}`;
  return index < 0 ? undefined : metaError(132018, { details });
}

function firstOf(problems: readonly (MetaError | undefined)[]): MetaError | undefined {
  return problems.find((problem) => problem !== undefined);
}
