import { useDocument } from "../../session/session-context.ts";
import { nodeTitle } from "../../nodes/titles.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { SecondsControl } from "../seconds-control.tsx";

const awaited = ["submit", "delivery", "read"] as const;

/** Wait-for: which message, until it is what, and how long. */
export function WaitForInspector({ nodeId }: { readonly nodeId: string }) {
  const { waitFor, waits } = useTexts().inspector;
  const send = useNodeField(nodeId, ["config", "send"]);
  const receipt = useNodeField(nodeId, ["config", "waitFor"]);
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  return (
    <>
      <SelectControl
        field={send}
        label={waitFor.send}
        isRequired
        options={useSendNodes(typeof send.value === "string" ? send.value : "")}
      />
      <SelectControl
        field={receipt}
        label={waitFor.waitFor}
        isRequired
        options={awaited.map((value) => ({ value, label: waits[value] }))}
      />
      <SecondsControl
        field={timeout}
        label={waitFor.timeout}
        hint={waitFor.timeoutHint}
        place={{ nodeId, isLeaving: false }}
      />
    </>
  );
}

/** The nodes that send, by name, and whatever is chosen now. */
function useSendNodes(chosen: string): readonly { value: string; label: string }[] {
  const texts = useTexts();
  const { waitFor } = texts.inspector;
  const nodes = useDocument((document) => document.nodes);
  const sends = nodes
    .filter(({ type }) => type === "whatsapp")
    .map((node) => ({ value: node.id, label: `${nodeTitle(node, texts)} (${node.id})` }));
  if (sends.some(({ value }) => value === chosen)) return sends;
  const label = chosen === "" ? waitFor.chooseSend : waitFor.goneSend(chosen);
  return [{ value: chosen, label }, ...sends];
}
