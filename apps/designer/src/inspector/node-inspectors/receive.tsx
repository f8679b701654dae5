import { type ChannelEvent, channelEvents, type Json } from "@parley/messaging";
import { CircleAlert } from "lucide-react";
import { useRef } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Checkbox } from "../../ui/field.tsx";
import { type BoundField, useNodeField } from "../bound-field.ts";
import styles from "../inspector.module.css";
import { SecondsControl } from "../seconds-control.tsx";
import { useWantedField } from "../wanted-field.ts";

/** Receive: which events it waits for, and how long. */
export function ReceiveInspector({ nodeId }: { readonly nodeId: string }) {
  const { receive } = useTexts().inspector;
  const events = useNodeField(nodeId, ["config", "events"]);
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  return (
    <>
      <Events field={events} />
      <SecondsControl
        field={timeout}
        label={receive.timeout}
        hint={receive.timeoutHint}
        place={{ nodeId, isLeaving: false }}
      />
    </>
  );
}

function Events({ field }: { readonly field: BoundField }) {
  const { receive, events: names } = useTexts().inspector;
  const frame = useRef<HTMLFieldSetElement>(null);
  useWantedField(field.name, frame);
  const events: readonly Json[] = Array.isArray(field.value) ? field.value : [];
  const chosen = new Set(events.map((event) => textAt(event, "type")));
  return (
    <fieldset ref={frame} data-field={field.name} className={styles["fieldset"]}>
      <legend>{receive.events}</legend>
      {channelEvents.map((type) => (
        <Checkbox
          key={type}
          label={names[type]}
          checked={chosen.has(type)}
          disabled={field.isReadOnly}
          onChange={() => field.set(withEvent(events, type))}
          onBlur={field.onBlur}
        />
      ))}
      {field.error === undefined ? null : (
        <p className={styles["error"]} role="status">
          <CircleAlert size={14} aria-hidden /> {field.error}
        </p>
      )}
    </fieldset>
  );
}

/** The events with one more, in the order of the list, or with one less. */
function withEvent(events: readonly Json[], type: ChannelEvent): Json {
  const rest = events.filter((event) => textAt(event, "type") !== type);
  if (rest.length < events.length) return rest;
  const orderOf = (event: Json) => channelEvents.findIndex((name) => name === textAt(event, "type"));
  return [...rest, { type }].toSorted((left, right) => orderOf(left) - orderOf(right));
}
