import { parseNode } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { fillMissing } from "./fill-missing.ts";
import type { DocumentNode, NodeAction } from "./flow-document.ts";
import { patternFor } from "./known-node.ts";
import { objectOf, objectsIn, positionOf, textOf } from "./read-json.ts";

/** Makes an object with an id and a type a node; anything else is none. What is missing is filled in, what is there is kept, wrong or not. */
export function completeNode(given: JsonObject): DocumentNode[] {
  const { id, type } = given;
  if (typeof id !== "string" || typeof type !== "string") return [];
  const node = {
    ...given,
    id,
    type,
    name: textOf(given["name"], ""),
    position: positionOf(given["position"]),
    config: objectOf(given["config"]),
    onEnter: objectsIn(given["onEnter"]).filter(isAction),
    onLeave: objectsIn(given["onLeave"]).filter(isAction),
    note: textOf(given["note"], ""),
  };
  return [{ ...node, config: completeConfig(node) }];
}

/**
 * The config of a node with every field of its type: first those that a new node has, then, once the whole is right, those that the schema fills in.
 * Itself when nothing is missing.
 */
export function completeConfig(node: DocumentNode): JsonObject {
  const pattern = patternFor(node.type, node.config);
  if (pattern === undefined) return node.config;
  const config = fillMissing(node.config, pattern);
  const parsed = parseNode({ ...node, config });
  return parsed.ok ? fillMissing(config, parsed.node.config as unknown as JsonObject) : config;
}

function isAction(given: JsonObject): given is JsonObject & NodeAction {
  const isNamed = given["type"] !== "set-variable" || typeof given["name"] === "string";
  return typeof given["type"] === "string" && typeof given["value"] === "string" && isNamed;
}
