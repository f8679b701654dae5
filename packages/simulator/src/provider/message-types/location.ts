import { z } from "zod";
import { read } from "../reading.ts";
import { messageType } from "./message-type.ts";
import { someText, wireNumber } from "./wire-text.ts";

function degrees(most: number) {
  const sentence = `must be a number from -${most} to ${most}.`;
  return wireNumber.refine((value) => Math.abs(value) <= most, sentence);
}

/** A place on the map (Cloud API, Messages reference, Location object). */
export const placeSchema = z.object({
  latitude: degrees(90),
  longitude: degrees(180),
  name: someText.optional(),
  address: someText.optional(),
});

/** A location message (Cloud API, Location messages). */
export const location = messageType({
  schema: z.object({ location: placeSchema }),
  take: ({ location: { name, latitude, longitude } }) => read({ text: name || `${latitude}, ${longitude}` }),
});
