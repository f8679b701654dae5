import type { JsonObject } from "@parley/messaging";
import type { z } from "zod";
import type { Failure } from "../../delivery.ts";
import type { PhoneIdentity } from "../../phone.ts";
import type { ShownTemplate } from "../../templates/shown-template.ts";
import type { World } from "../../world.ts";
import { type Reading, readWith } from "../reading.ts";

/** Where a message comes from and goes to, and what it may name. */
export type Delivering = {
  readonly world: Pick<World, "files" | "templates" | "hasMessage">;
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  readonly to: PhoneIdentity;
};

/** A message as it was read. */
export type ReadMessage = {
  /** What a person reads of it. */
  readonly text: string;
  /** Of a message made of a template: what the person reads. */
  readonly template?: ShownTemplate | undefined;
  /** Whether it is made of a template of the category marketing. */
  readonly isMarketing?: boolean | undefined;
  /** Why it is taken and fails afterwards. */
  readonly failsWith?: Failure | undefined;
  /** Whether the business never hears more of it than that it was sent. */
  readonly hasSentOnly?: boolean | undefined;
};

/** A message type that the simulator takes. A new one is a file beside `text.ts` and its line in `index.ts`. */
export type MessageType = {
  /** Whether it may be sent only while the session window is open. */
  readonly isFreeForm: boolean;
  /** Reads the type's own parameters, and refuses what Meta refuses. */
  readonly read: (body: JsonObject, delivering: Delivering) => Reading<ReadMessage>;
};

/** How a message type is described. */
export type MessageTypeOptions<Message> = {
  /** The type's own parameters, under its wire name. */
  readonly schema: z.ZodType<Message>;
  /** What the schema cannot say: the rest of Meta's rules, and what a person reads. */
  readonly take: (message: Message, delivering: Delivering) => Reading<ReadMessage>;
  readonly isFreeForm?: boolean;
};

/** Makes a message type; free-form unless it says otherwise. */
export function messageType<Message>(options: MessageTypeOptions<Message>): MessageType {
  const { schema, take, isFreeForm = true } = options;
  return {
    isFreeForm,
    read: (body, delivering) => {
      const reading = readWith(schema, body);
      return reading.isValid ? take(reading.value, delivering) : reading;
    },
  };
}
