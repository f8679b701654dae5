import { isShallow } from "@parley/flow";
import { z } from "zod";
import { apiLimits } from "./limits.ts";

/** Names that lead to what all objects share. */
const shared: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const stepSchema = z.union([
  z.int().min(0),
  z
    .string()
    .max(apiLimits.patchStepLength)
    .refine((name) => !shared.has(name), "is a name that no field may have"),
]);

/** One change of a JSON document, as Immer writes it: where, by names and indexes from the root, and what stands there afterwards. */
export const patchSchema = z.strictObject({
  op: z.enum(["add", "replace", "remove"]),
  path: z.array(stepSchema).min(1).max(apiLimits.patchSteps),
  /** Absent where something is removed, or becomes undefined, which JSON does not say. */
  value: z.unknown().refine(isShallow, "is nested too deep").optional(),
});

/** One change of a JSON document, as Immer writes it. */
export type Patch = z.infer<typeof patchSchema>;
