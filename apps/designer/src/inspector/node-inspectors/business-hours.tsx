import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { HoursExceptions } from "../hours/hours-exceptions.tsx";
import { WeekHours } from "../hours/week-hours.tsx";
import { NumberControl } from "../number-control.tsx";
import { TimeZoneControl } from "../time-zone-control.tsx";

/** Business hours: whose clock, the hours of a week, days with hours of their own, and what happens outside of them. */
export function BusinessHoursInspector({ nodeId }: { readonly nodeId: string }) {
  const { businessHours: t, timeZone } = useTexts().utilities;
  const zone = useNodeField(nodeId, ["config", "timeZone"]);
  const outside = useNodeField(nodeId, ["config", "outside"]);
  const extraDelay = useNodeField(nodeId, ["config", "extraDelayMinutes"]);
  const chosen = outside.value === "wait" ? "wait" : "branch";
  return (
    <>
      <TimeZoneControl field={zone} label={timeZone.label} isRequired />
      <WeekHours nodeId={nodeId} />
      <HoursExceptions nodeId={nodeId} />
      <SelectControl
        field={outside}
        label={t.outside}
        hint={t.outsideHints[chosen]}
        options={(["branch", "wait"] as const).map((value) => ({ value, label: t.outsides[value] }))}
      />
      {chosen === "wait" ? (
        <NumberControl field={extraDelay} label={t.extraDelay} hint={t.extraDelayHint} isRequired />
      ) : null}
    </>
  );
}
