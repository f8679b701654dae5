import { outputsOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import type { DocumentNode } from "./flow-document.ts";
import { ask } from "./known-node.ts";
import { objectOf } from "./read-json.ts";
import { remember } from "./remember.ts";

/** What is known to stand below an output whose value is an object. */
const parts: { readonly [output: string]: readonly string[] } = {
  "send.response_interactive": ["type", "identifier", "title", "description", "at"],
  "whatsapp.referral": ["sourceType", "sourceId", "sourceUrl", "headline", "body", "clickId"],
};

/**
 * What expressions may read of a node, each once: its outputs, and what is known to stand below those that hold more. A name that ends in `.*` stands for
 * all below it; what stands above them can be read too.
 */
export const outputNames: (node: DocumentNode) => readonly string[] = remember((node) => {
  const outputs = (ask(node, outputsOf) ?? []).map((output) => output.replace(/\.\*$/, ""));
  const below = outputs.flatMap((output) => {
    const known = Object.hasOwn(parts, output) ? (parts[output] ?? []) : [];
    const own = output === "customEvent" ? keysOf(node) : [];
    return [...known, ...own].map((part) => `${output}.${part}`);
  });
  return [...new Set([...outputs, ...below])];
});

/** The parameters that a Receive looks at of the custom events it waits for. */
function keysOf({ config }: DocumentNode): readonly string[] {
  return listOf(config["events"]).flatMap((event) =>
    listOf(objectOf(event)["match"]).flatMap((row) => {
      const { key } = objectOf(row);
      return typeof key === "string" && /^[\w-]+$/.test(key) ? [key] : [];
    }),
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
