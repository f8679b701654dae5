import { type Json, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import formStyles from "./messages.module.css";

type ParameterFieldsProps = MessageFormProps & {
  /** What the placeholder is called. */
  readonly label: string;
  /** The template's own example; empty where it has none. */
  readonly sample: string;
};

const types = ["text", "currency", "date-time"] as const;

/** A value for a placeholder: a text, an amount of money or a time (WhatsApp node page, Parameter Type). */
export function ParameterFields(props: ParameterFieldsProps) {
  const { nodeId, path, label, sample } = props;
  const { template: t } = useTexts().messages;
  const whole = useNodeField(nodeId, path);
  const type = useNodeField(nodeId, [...path, "type"]);
  const text = useNodeField(nodeId, [...path, "text"]);
  const fallback = useNodeField(nodeId, [...path, "fallback"]);
  const chosen = types.find((one) => one === type.value) ?? "text";
  const hint = chosen === "text" ? (sample === "" ? undefined : t.sample(sample)) : t.fallbackHint;
  return (
    <div role="group" aria-label={label} className={formStyles["parameter"]}>
      <div className={formStyles["value"]}>
        <LimitedControl
          field={chosen === "text" ? text : fallback}
          label={chosen === "text" ? label : t.fallback(label)}
          {...(hint === undefined ? {} : { hint })}
          limit={messagingLimits.templateParameterLength}
          isRequired
          place={placeOf(props)}
        />
        <SelectControl
          field={choiceField(type, chosen, (next) => whole.set(ofType(next, whole.value ?? null)))}
          label={t.type}
          options={types.map((one) => ({ value: one, label: t.types[one] }))}
        />
      </div>
      {chosen === "currency" ? <Amount nodeId={nodeId} path={path} /> : null}
      {chosen === "date-time" ? <Time nodeId={nodeId} path={path} /> : null}
    </div>
  );
}

function Amount({ nodeId, path }: MessageFormProps) {
  const { template: t } = useTexts().messages;
  const code = useNodeField(nodeId, [...path, "code"]);
  const amount = useNodeField(nodeId, [...path, "amount1000"]);
  const place = placeOf({ nodeId });
  return (
    <div className={styles["columns"]}>
      <ExpressionControl field={code} label={t.currency} placeholder="EUR" isRequired place={place} />
      <ExpressionControl
        field={amount}
        label={t.amount}
        hint={t.amountHint}
        placeholder="9990"
        isRequired
        place={place}
      />
    </div>
  );
}

function Time({ nodeId, path }: MessageFormProps) {
  const { template: t } = useTexts().messages;
  const timestamp = useNodeField(nodeId, [...path, "timestamp"]);
  return (
    <ExpressionControl
      field={timestamp}
      label={t.timestamp}
      hint={t.timestampHint}
      placeholder="1798761600"
      isRequired
      place={placeOf({ nodeId })}
    />
  );
}

/** The value as one of another type; what is shown of it stays. */
function ofType(type: string, before: Json): Json {
  const shown = textAt(before, "type") === "text" ? textAt(before, "text") : textAt(before, "fallback");
  const name = textAt(before, "name");
  if (type === "currency") return { type, name, code: "", amount1000: "", fallback: shown };
  if (type === "date-time") return { type, name, timestamp: "", fallback: shown };
  return { type: "text", name, text: shown };
}
