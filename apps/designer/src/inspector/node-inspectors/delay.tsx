import type { JsonObject } from "@parley/messaging";
import { partAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { SecondsControl } from "../seconds-control.tsx";
import { TimeZoneControl } from "../time-zone-control.tsx";

const kinds = ["seconds", "until"] as const;
type NodeProps = { readonly nodeId: string };

/** Delay: how long it waits, or until when. */
export function DelayInspector({ nodeId }: NodeProps) {
  const { delay } = useTexts().inspector;
  const { delay: t } = useTexts().utilities;
  const config = useNodeField(nodeId, ["config"]);
  const seconds = useNodeField(nodeId, ["config", "seconds"]);
  const kind = partAt(config.value ?? null, "until") === null ? "seconds" : "until";
  const choose = (next: string) => {
    if (next === kind) return;
    config.onBlur();
    config.set(next === "until" ? newUntil() : { seconds: 5 });
    config.onBlur();
  };
  return (
    <>
      <SelectControl
        field={{ ...choiceField(config, kind, choose), name: "config.kind" }}
        label={t.kind}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind === "seconds" ? (
        <SecondsControl
          field={seconds}
          label={delay.seconds}
          hint={delay.hint}
          isRequired
          place={{ nodeId, isLeaving: false }}
        />
      ) : (
        <Until nodeId={nodeId} />
      )}
    </>
  );
}

/** The time is first read in the zone of whoever writes it. */
function newUntil(): JsonObject {
  return { until: { at: "", timeZone: new Intl.DateTimeFormat("en").resolvedOptions().timeZone } };
}

function Until({ nodeId }: NodeProps) {
  const { delay: t, timeZone } = useTexts().utilities;
  const at = useNodeField(nodeId, ["config", "until", "at"]);
  const zone = useNodeField(nodeId, ["config", "until", "timeZone"]);
  return (
    <>
      <ExpressionControl
        field={at}
        label={t.at}
        hint={t.atHint}
        isRequired
        placeholder="2026-12-24T18:00"
        place={{ nodeId, isLeaving: false }}
      />
      <TimeZoneControl field={zone} label={timeZone.label} hint={t.zoneHint} />
    </>
  );
}
