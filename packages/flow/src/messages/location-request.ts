import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { optionalText } from "./parts.ts";

/** A message that asks for a location, as drawn. Webex Connect has none such. */
export const locationRequestMessageConfigSchema = z.strictObject({
  type: z.literal("location-request"),
  body: optionalText,
});

export const locationRequest: MessageDefinition<z.infer<typeof locationRequestMessageConfigSchema>> = {
  newConfig: { type: "location-request", body: "" },
};
