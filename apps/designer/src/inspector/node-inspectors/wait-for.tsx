import { useDocument, useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { FieldFrame, SelectControl } from "../controls.tsx";
import { LazySelect } from "../lazy-select.tsx";
import { nodeLabel, sendOptions } from "../node-options.ts";
import { SecondsControl } from "../seconds-control.tsx";

const awaited = ["submit", "delivery", "read"] as const;
type NodeProps = { readonly nodeId: string };

/** Wait-for: which message, until it is what, and how long. */
export function WaitForInspector({ nodeId }: NodeProps) {
  const { waitFor, waits } = useTexts().inspector;
  const receipt = useNodeField(nodeId, ["config", "waitFor"]);
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  return (
    <>
      <SendChoice nodeId={nodeId} />
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

function SendChoice({ nodeId }: NodeProps) {
  const session = useSession();
  const texts = useTexts();
  const { waitFor } = texts.inspector;
  const field = useNodeField(nodeId, ["config", "send"]);
  const chosen = typeof field.value === "string" ? field.value : "";
  const label = useDocument((document) => (chosen === "" ? waitFor.chooseSend : nodeLabel(document, chosen, texts)));
  const now = [{ value: chosen, label }];
  const allOptions = () => {
    const sends = sendOptions(session.editor.document(), texts);
    return sends.some(({ value }) => value === chosen) ? sends : [...now, ...sends];
  };
  return (
    <FieldFrame field={field} label={waitFor.send} isRequired>
      {(control) => (
        <LazySelect
          {...control}
          value={chosen}
          now={now}
          optionsOf={allOptions}
          disabled={field.isReadOnly}
          onChange={({ target }) => field.set(target.value)}
          onBlur={field.onBlur}
        />
      )}
    </FieldFrame>
  );
}
