import type { TemplateField } from "../fields.ts";

/** What a message type says of itself. A new type is a file beside `text.ts` and its lines in `index.ts`. */
export type MessageDefinition<Config, Message> = {
  readonly templates: (config: Config) => readonly TemplateField[];
  /** Makes the message of values. `resolve` puts values in the place of expressions. */
  readonly resolve: (config: Config, resolve: (source: string) => string) => Message;
};
