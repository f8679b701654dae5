import { z } from "zod";
import type { ChatEntry } from "./chat.ts";
import type { Content } from "./writing.ts";

/** Something that a message of the business lets the person choose, and what choosing it does. */
export type PhoneChoice = {
  readonly kind: "button" | "row" | "quick-reply";
  readonly title: string;
  /** Of a row: what stands below its title; empty for none. */
  readonly description: string;
  /** What the person does, with the message that it answers. */
  readonly content: Content;
};

const interactiveSchema = z.object({
  interactive: z.object({
    action: z.object({
      buttons: z.array(z.object({ reply: z.object({ id: z.coerce.string(), title: z.string() }) })).default([]),
      sections: z
        .array(
          z.object({
            rows: z.array(z.object({ id: z.coerce.string(), title: z.string(), description: z.string().default("") })),
          }),
        )
        .default([]),
    }),
  }),
});

/** What a message lets the person choose: reply buttons, rows of a list, quick replies of a template. Links and calls are answered by nobody. */
export function choicesOf({
  id,
  direction,
  message,
  template,
}: Pick<ChatEntry, "id" | "direction" | "message" | "template">): readonly PhoneChoice[] {
  if (direction === "in") return [];
  const action = interactiveSchema.safeParse(message).data?.interactive.action;
  const buttons = action?.buttons ?? [];
  const rows = (action?.sections ?? []).flatMap((section) => section.rows);
  const quickReplies = (template?.buttons ?? []).filter(({ type }) => type === "quick-reply");
  return [
    ...buttons.map(({ reply }) => ({
      ...({ kind: "button", title: reply.title, description: "" } as const),
      content: { type: "button-reply", ...reply, contextId: id } as const,
    })),
    ...rows.map(({ description, ...row }) => ({
      ...({ kind: "row", title: row.title, description } as const),
      content: { type: "list-reply", ...row, ...(description && { description }), contextId: id } as const,
    })),
    ...quickReplies.map(({ text, payload = text }) => ({
      ...({ kind: "quick-reply", title: text, description: "" } as const),
      content: { type: "postback", payload, text, contextId: id } as const,
    })),
  ];
}
