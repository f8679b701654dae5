import { z } from "zod";
import { interactiveBody } from "./interactive.ts";

/** A message with a button by which the contact sends a location (Cloud API, Location request messages). */
export const locationRequestMessageSchema = z.strictObject({
  type: z.literal("location-request"),
  body: interactiveBody,
});

/** A message that asks for a location. */
export type LocationRequestMessage = z.infer<typeof locationRequestMessageSchema>;
