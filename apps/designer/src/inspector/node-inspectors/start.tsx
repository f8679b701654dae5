import { channelEvents } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { ConditionsEditor } from "../conditions-editor.tsx";
import { CheckboxControl, SelectControl } from "../controls.tsx";
import styles from "../inspector.module.css";

/** Start: which event begins a conversation, on which conditions, and what it does to those that wait. */
export function StartInspector({ nodeId }: { readonly nodeId: string }) {
  const { start, events } = useTexts().inspector;
  const event = useNodeField(nodeId, ["config", "trigger", "event"]);
  const interrupts = useNodeField(nodeId, ["config", "interruptsLiveConversations"]);
  return (
    <>
      <SelectControl
        field={event}
        label={start.event}
        isRequired
        options={channelEvents.map((value) => ({ value, label: events[value] }))}
      />
      <section className={styles["stack"]}>
        <div className={styles["about"]}>
          <h3 className={styles["heading"]}>{start.conditions}</h3>
          <p className={styles["hint"]}>{start.conditionsHint}</p>
        </div>
        <ConditionsEditor
          nodeId={nodeId}
          path={["config", "trigger", "conditions"]}
          // The event that is looked at is the node's own.
          place={{ nodeId, isLeaving: true }}
          label={start.conditions}
          variable="$(whatsapp.message)"
        />
      </section>
      <CheckboxControl field={interrupts} label={start.interrupts} hint={start.interruptsHint} />
    </>
  );
}
