import { z } from "zod";
import { readWith, refused } from "../../reading.ts";
import type { MessageType } from "../message-type.ts";
import { button } from "./button.ts";
import { ctaUrl } from "./cta-url.ts";
import type { InteractiveType } from "./interactive-type.ts";
import { list } from "./list.ts";
import { locationRequest } from "./location-request.ts";

/** The kinds of interactive messages by their wire names. */
const kinds: ReadonlyMap<string, InteractiveType> = new Map([
  ["button", button],
  ["list", list],
  ["cta_url", ctaUrl],
  ["location_request_message", locationRequest],
]);

const schema = z.object({ interactive: z.object({ type: z.string("must be a string.") }) });

/** An interactive message; kinds that the simulator does not know, such as flows and products, are refused with error 131051. */
export const interactive: MessageType = {
  isFreeForm: true,
  read: (body, delivering) => {
    const reading = readWith(schema, body);
    if (!reading.isValid) return reading;
    const { type } = reading.value.interactive;
    const kind = kinds.get(type);
    const details = `The simulator does not take interactive messages of the type ${type}.`;
    return kind === undefined ? refused(131051, { details }) : kind(body, delivering);
  },
};
