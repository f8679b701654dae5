import { startEvents, textOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { ConditionsEditor } from "../conditions-editor.tsx";
import { CheckboxControl, SelectControl, TextControl } from "../controls.tsx";
import { namesRead } from "../curl.ts";
import { EventCall } from "../event-call.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { kindOf, ofKind, triggerKinds, variableOf } from "../start/triggers.ts";
import { WebhookChoice } from "../start/webhook-choice.tsx";
import { WebhookFields } from "../start/webhook-fields.tsx";

type NodeProps = { readonly nodeId: string };

/** Start: what begins a conversation, with whom, on which conditions, and what it does to those that wait (Start node page). */
export function StartInspector({ nodeId }: NodeProps) {
  const { start } = useTexts().inspector;
  const trigger = useNodeField(nodeId, ["config", "trigger"]);
  const interrupts = useNodeField(nodeId, ["config", "interruptsLiveConversations"]);
  const kind = kindOf(trigger.value ?? null);
  // The event that is looked at is the node's own.
  const place = { nodeId, isLeaving: true };
  return (
    <>
      <TriggerChoice nodeId={nodeId} />
      {kind === "webhook" ? (
        <>
          <WebhookChoice nodeId={nodeId} />
          <WebhookFields nodeId={nodeId} />
        </>
      ) : null}
      {kind === "custom-event" ? <CustomEvent nodeId={nodeId} /> : null}
      {kind === "webhook" || kind === "custom-event" ? <ContactFields nodeId={nodeId} /> : null}
      <section className={styles["stack"]}>
        <div className={styles["about"]}>
          <h3 className={styles["heading"]}>{start.conditions}</h3>
          <p className={styles["hint"]}>{start.conditionsHint}</p>
        </div>
        <ConditionsEditor
          nodeId={nodeId}
          path={["config", "trigger", "conditions"]}
          place={place}
          label={start.conditions}
          variable={variableOf(kind)}
        />
      </section>
      <CheckboxControl field={interrupts} label={start.interrupts} hint={start.interruptsHint} />
    </>
  );
}

const channelKinds: ReadonlySet<string> = new Set(startEvents);

function TriggerChoice({ nodeId }: NodeProps) {
  const { start, triggers } = useTexts().inspector;
  const trigger = useNodeField(nodeId, ["config", "trigger"]);
  const event = useNodeField(nodeId, ["config", "trigger", "event"]);
  const value: Json = trigger.value ?? null;
  const kind = kindOf(value);
  const choose = (next: string) => {
    const wanted = triggerKinds.find((one) => one === next);
    if (wanted === undefined || wanted === kind) return;
    trigger.onBlur();
    trigger.set(ofKind(value, wanted));
    trigger.onBlur();
  };
  // Of WhatsApp's events the field is the event, which problems name; of the others the event is a field of its own.
  const field = channelKinds.has(kind) ? event : trigger;
  return (
    <FieldPart field={{ ...trigger, error: undefined }}>
      <SelectControl
        field={choiceField(field, kind, choose)}
        label={start.event}
        isRequired
        options={triggerKinds.map((one) => ({
          value: one,
          label: triggers[one],
          group: channelKinds.has(one) ? start.channel : start.outside,
        }))}
      />
      <p className={styles["hint"]}>{start.about[triggerKinds.find((one) => one === kind) ?? "whatsapp.mo"]}</p>
    </FieldPart>
  );
}

function CustomEvent({ nodeId }: NodeProps) {
  const { customEvent: t, start } = useTexts().inspector;
  const event = useNodeField(nodeId, ["config", "trigger", "event"]);
  const trigger = useNodeField(nodeId, ["config", "trigger"]);
  const contact = textAt(trigger.value ?? null, "contact");
  const read = namesRead([contact, JSON.stringify(trigger.value ?? null)], "customEvent");
  return (
    <>
      <TextControl field={event} label={t.name} hint={t.nameHint} isRequired />
      <EventCall title={start.call} event={textOf(event.value ?? "")} parameters={read} />
    </>
  );
}

const contactTypes = ["waId", "bsuid", "customerId"] as const;

function ContactFields({ nodeId }: NodeProps) {
  const { start, whatsapp } = useTexts().inspector;
  const contactType = useNodeField(nodeId, ["config", "trigger", "contactType"]);
  const contact = useNodeField(nodeId, ["config", "trigger", "contact"]);
  return (
    <section className={styles["stack"]}>
      <h3 className={styles["heading"]}>{start.contact}</h3>
      <SelectControl
        field={contactType}
        label={start.contactType}
        options={contactTypes.map((value) => ({ value, label: whatsapp.destinationTypes[value] }))}
      />
      <ExpressionControl
        field={contact}
        label={start.contactValue}
        hint={start.contactHint}
        isRequired
        place={{ nodeId, isLeaving: true }}
      />
    </section>
  );
}
