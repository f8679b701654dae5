import { hasReceipts } from "@parley/messaging";
import { z } from "zod";
import { nodeIdSchema, secondsSchema, secondsTemplate } from "../fields.ts";
import { onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import type { FlowNode } from "./index.ts";
import { awaitedSchema, onDeliveryReportFail, waitOutcomes } from "./wait.ts";

const configSchema = z.strictObject({
  /** The id of the send node whose latest message is waited for. */
  send: z.string().min(1, "is empty; choose the node whose message is waited for").pipe(nodeIdSchema),
  waitFor: awaitedSchema,
  /** Seconds from entering this node until `onTimeout`; absent means without end. */
  timeoutSeconds: secondsSchema.optional(),
});

/** Wait-for: waits for the receipt of a message that an earlier node sent. Leaves at once if it has come already. */
export const waitForSchema = nodeSchema("wait-for", configSchema);

export type WaitForNode = z.infer<typeof waitForSchema>;

export const waitFor: NodeDefinition<WaitForNode["config"]> = {
  newConfig: { send: "", waitFor: "delivery" },
  outcomes: (config) => [
    ...waitOutcomes(config.waitFor, config.timeoutSeconds !== undefined),
    onDeliveryReportFail,
    onError,
  ],
  outputs: () => [],
  templates: ({ timeoutSeconds }) => secondsTemplate("timeoutSeconds", timeoutSeconds),
  references: ({ send }) => [{ field: "send", nodeId: send, type: "whatsapp", problem: withoutReceipts }],
};

function withoutReceipts(node: FlowNode): string | undefined {
  if (node.type !== "whatsapp" || hasReceipts(node.config.message)) return undefined;
  return "marks a message as read, of which no receipt ever comes";
}
