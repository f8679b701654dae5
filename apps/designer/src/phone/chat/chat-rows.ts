import type { BubbleModel } from "../../whatsapp/bubble-model.ts";
import { bubbleOfWire, type FindTemplate, quotedBy } from "../../whatsapp/bubble-of-wire.ts";
import type { ShownMessage } from "./bubble.tsx";

/** A message of a chat with what belongs to it. */
export type ChatRow<Message extends ShownMessage> = {
  readonly message: Message;
  readonly model: BubbleModel;
  /** What the message reads that this one answers; undefined where it answers none that is here. */
  readonly quoted: string | undefined;
  /** The reactions to it, the business's and the person's. */
  readonly reactions: readonly string[];
};

/** The rows of a chat: a reaction to a message that is here is no row of its own, but stands with it. Of one side the last reaction counts. */
export function chatRows<Message extends ShownMessage>(
  messages: readonly Message[],
  findTemplate: FindTemplate,
): readonly ChatRow<Message>[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const models = new Map(messages.map((message) => [message.id, modelOf(message, findTemplate)]));
  const reactions = new Map<string, Map<string, string>>();
  const isFolded = (model: BubbleModel): model is Extract<BubbleModel, { type: "reaction" }> =>
    model.type === "reaction" && byId.has(model.messageId);
  for (const { id, direction } of messages) {
    const model = models.get(id);
    if (model === undefined || !isFolded(model)) continue;
    const given = reactions.get(model.messageId) ?? new Map<string, string>();
    reactions.set(model.messageId, given.set(direction, model.emoji));
  }
  return messages.flatMap((message) => {
    const model = models.get(message.id);
    if (model === undefined || isFolded(model)) return [];
    const given = [...(reactions.get(message.id)?.values() ?? [])].filter((emoji) => emoji !== "");
    return [{ message, model, quoted: byId.get(quotedBy(message.message))?.text, reactions: given }];
  });
}

const models = new WeakMap<ShownMessage, { readonly findTemplate: FindTemplate; readonly model: BubbleModel }>();

/** Worked out once for each message as it stands. */
function modelOf(message: ShownMessage, findTemplate: FindTemplate): BubbleModel {
  const known = models.get(message);
  if (known?.findTemplate === findTemplate) return known.model;
  const model = bubbleOfWire(message.message, { text: message.text, findTemplate });
  models.set(message, { findTemplate, model });
  return model;
}
