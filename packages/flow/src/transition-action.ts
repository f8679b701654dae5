import { z } from "zod";
import { templateSchema } from "./fields.ts";
import { variableNameSchema } from "./variable.ts";

/** What a node does besides its work, as it is entered or left (Transition actions). */
export const transitionActionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("set-variable"), name: variableNameSchema, value: templateSchema }),
  z.strictObject({ type: z.literal("log"), value: templateSchema }),
]);

/** What a node does besides its work. */
export type TransitionAction = z.infer<typeof transitionActionSchema>;
