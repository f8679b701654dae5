import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { interactiveType } from "./interactive-type.ts";

/** A message with a button by which the person sends a location (Cloud API, Location request messages). */
export const locationRequest = interactiveType({
  action: z.object({ name: z.literal("send_location", "must be send_location.") }),
  rules: { bodyLength: messagingLimits.interactiveBodyLength, headers: [] },
  problems: () => [],
});
