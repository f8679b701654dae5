import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textUpTo } from "./sized-text.ts";

const degrees = (most: number) =>
  z
    .number(`must be a number of degrees from -${most} to ${most}`)
    .min(-most, `must be a number of degrees from -${most} to ${most}`)
    .max(most, `must be a number of degrees from -${most} to ${most}`);

/** A place on the map. WhatsApp shows the address only where there is a name. */
export const placeSchema = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: textUpTo(messagingLimits.placeLength),
  address: textUpTo(messagingLimits.placeLength),
});

/** A place on the map. */
export type Place = z.infer<typeof placeSchema>;

/** A location message (WhatsApp node page, Location). */
export const locationMessageSchema = placeSchema.extend({ type: z.literal("location") });

/** A location message. */
export type LocationMessage = z.infer<typeof locationMessageSchema>;
