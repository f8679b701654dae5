import type { DataField } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { Step } from "../step.ts";

/** Warns of the fields that data lacks. They are put out under the name of a group. */
export function warnOfMissing(step: Step, fields: readonly DataField[], data: JsonObject, group: string): void {
  for (const { name, path } of fields)
    if (!Object.hasOwn(data, name)) step.warn(`There is no ${path} in the data; $(${group}.${name}) has no value.`);
}
