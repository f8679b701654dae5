import type { JsonObject } from "@parley/messaging";
import type { z } from "zod";
import { type Reading, readWith } from "../reading.ts";

/** A message type that the simulator takes. A new one is a file beside `text.ts` and its line in `index.ts`. */
export type MessageType = {
  /** Whether it may be sent only while the session window is open. */
  readonly isFreeForm: boolean;
  /** Reads the type's own parameters; gives what a person reads of the message. */
  readonly read: (body: JsonObject) => Reading<string>;
};

/** How a message type is described. */
export type MessageTypeOptions<Message> = {
  /** The type's own parameters, under its wire name. */
  readonly schema: z.ZodType<Message>;
  readonly textOf: (message: Message) => string;
  readonly isFreeForm: boolean;
};

/** Makes a message type. */
export function messageType<Message>({ schema, textOf, isFreeForm }: MessageTypeOptions<Message>): MessageType {
  return {
    isFreeForm,
    read: (body) => {
      const reading = readWith(schema, body);
      return reading.isValid ? { isValid: true, value: textOf(reading.value) } : reading;
    },
  };
}
