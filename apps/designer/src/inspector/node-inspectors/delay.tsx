import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SecondsControl } from "../seconds-control.tsx";

/** Delay: how long it waits. */
export function DelayInspector({ nodeId }: { readonly nodeId: string }) {
  const { delay } = useTexts().inspector;
  const seconds = useNodeField(nodeId, ["config", "seconds"]);
  return (
    <SecondsControl
      field={seconds}
      label={delay.seconds}
      hint={delay.hint}
      isRequired
      place={{ nodeId, isLeaving: false }}
    />
  );
}
