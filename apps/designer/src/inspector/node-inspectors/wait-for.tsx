import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { NodeChoice } from "../node-choice.tsx";
import { SecondsControl } from "../seconds-control.tsx";

const awaited = ["submit", "delivery", "read"] as const;

/** Wait-for: which message, until it is what, and how long. */
export function WaitForInspector({ nodeId }: { readonly nodeId: string }) {
  const { waitFor, waits } = useTexts().inspector;
  const receipt = useNodeField(nodeId, ["config", "waitFor"]);
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  return (
    <>
      <NodeChoice
        nodeId={nodeId}
        path={["config", "send"]}
        type="whatsapp"
        label={waitFor.send}
        choose={waitFor.chooseSend}
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
