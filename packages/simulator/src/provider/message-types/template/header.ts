import { needsOf, type Template, type TemplateParameter } from "@parley/messaging";
import type { Failure } from "../../../delivery.ts";
import { type Reading, read, refused } from "../../reading.ts";
import { fileProblem, linkFailure } from "../file.ts";
import type { Delivering } from "../message-type.ts";
import { type Component, componentOf } from "./component.ts";
import { countMismatch, parameterProblem, valueOf } from "./parameter.ts";

/** What a message brings for the header. */
type HeaderValue = { readonly parameter: TemplateParameter | undefined; readonly failsWith: Failure | undefined };

const nothing: HeaderValue = { parameter: undefined, failsWith: undefined };

/** Reads what a message brings for a template's header. */
export function readHeader(
  template: Template,
  components: readonly Component[],
  delivering: Delivering,
): Reading<HeaderValue> {
  const needed = needsOf(template).header;
  const { index, parameters } = componentOf(components, "header");
  const [first] = parameters;
  const isText = first === undefined || /^(text|currency|date_time)$/.test(first.type);
  if (needed === "none" || needed === "text") {
    const expected = needed === "text" ? 1 : 0;
    const format = template.header.type === "text" ? "TEXT" : "UNKNOWN";
    if (!isText) return refused(132012, { details: mismatch(format, first.type) });
    if (parameters.length !== expected)
      return { isValid: false, error: countMismatch("header", parameters.length, expected) };
    const error = first && parameterProblem("header", first);
    if (error !== undefined) return { isValid: false, error };
    return read(first === undefined ? nothing : { ...nothing, parameter: valueOf(first) });
  }
  if (first?.type !== needed) return refused(132012, { details: mismatch(needed.toUpperCase(), first?.type) });
  const name = `template['components'][${index}]['parameters'][0]['${needed}']`;
  if (needed === "location") {
    return first.location === undefined ? refused(100, { title: `The parameter ${name} is required.` }) : read(nothing);
  }
  const place = { name, kind: needed };
  const error = fileProblem(first[needed] ?? {}, place, delivering);
  if (error !== undefined) return { isValid: false, error };
  return read({ ...nothing, failsWith: linkFailure(first[needed] ?? {}, place) });
}

function mismatch(expected: string, received = "unknown"): string {
  return `header: Format mismatch, expected ${expected}, received ${received.toUpperCase()}`;
}
