import { outputGroupOf, readNested, type Scope, type VariablePath } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import type { ConversationContext } from "./conversation.ts";
import { sendOutputs } from "./send-record.ts";

const nodeId = /^n\d+$/;

/** The part of a context that expressions can reach. */
type Known = Pick<ConversationContext, "variables" | "outputs" | "latest" | "sends">;

/**
 * Where expressions of a conversation find their values: `$(n5.send.gatewayTid)` in the outputs of a node, `$(whatsapp.message)` in those of
 * the node that last put out the group, anything else in the flow's variables. Own properties only.
 */
export function scopeOf(context: Known): Scope {
  return ([first = "", ...rest]) => {
    if (nodeId.test(first)) return readOutput(context, first, rest);
    const group = outputGroupOf(first);
    if (group !== undefined) {
      const latest = context.latest[group];
      return latest === undefined ? undefined : readOutput(context, latest, [group, ...rest]);
    }
    return readNested(context.variables, [first, ...rest]);
  };
}

/**
 * Where a path reads an output: the group, as `n3.receive` of a node or `receive` of the latest, and the name in it. Undefined for a path that
 * reads something else.
 */
export function outputPlace([first = "", ...rest]: VariablePath): { group: string; name: string } | undefined {
  const isNode = nodeId.test(first);
  const [written = "", name] = isNode ? rest : [first, ...rest];
  const group = outputGroupOf(written);
  if (group === undefined || name === undefined) return undefined;
  return { group: isNode ? `${first}.${group}` : group, name: aliasOf(group, name) };
}

function readOutput(context: Known, node: string, path: readonly string[]): Json | undefined {
  const [written = "", name, ...rest] = path;
  const group = outputGroupOf(written) ?? written;
  return readNested(groupOf(context, node, group), name === undefined ? [] : [aliasOf(group, name), ...rest]);
}

function groupOf(context: Known, node: string, group: string): JsonObject | undefined {
  if (group !== "send") return own(own(context.outputs, node), group);
  const record = own(context.sends, node);
  return record === undefined ? undefined : sendOutputs(record);
}

/** The WhatsApp node page writes the sender's id as `whatsapp.whatsappId`, the Receive node page as `whatsapp.waId`. */
function aliasOf(group: string, name: string): string {
  return group === "whatsapp" && name === "whatsappId" ? "waId" : name;
}

function own<Value>(record: { readonly [name: string]: Value } | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
