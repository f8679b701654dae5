import { useTexts } from "../texts/use-texts.ts";
import { FlowFields } from "./flow-fields.tsx";
import { PanelFrame } from "./panel-frame.tsx";

/** What belongs to the flow as a whole, whatever is selected. */
export function FlowSettings() {
  const { inspector } = useTexts();
  return (
    <PanelFrame label={inspector.flow.panel}>
      <FlowFields />
    </PanelFrame>
  );
}
