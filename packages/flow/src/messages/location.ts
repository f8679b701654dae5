import { z } from "zod";
import { type MessageDefinition, numberOf } from "./definition.ts";
import { placeConfigSchema } from "./parts.ts";

/** A location message as drawn (WhatsApp node page, Location). */
export const locationMessageConfigSchema = placeConfigSchema.extend({ type: z.literal("location") });

export const location: MessageDefinition<z.infer<typeof locationMessageConfigSchema>> = {
  newConfig: { type: "location", latitude: "", longitude: "", name: "", address: "" },
  toMessage: (resolved) => ({
    ...resolved,
    latitude: numberOf(resolved.latitude),
    longitude: numberOf(resolved.longitude),
  }),
};
