import { type Json, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

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
  const code = useNodeField(nodeId, [...path, "code"]);
  const amount = useNodeField(nodeId, [...path, "amount1000"]);
  const timestamp = useNodeField(nodeId, [...path, "timestamp"]);
  const fallback = useNodeField(nodeId, [...path, "fallback"]);
  const place = placeOf(props);
  const hint = sample === "" ? undefined : t.sample(sample);
  const value = (
    <LimitedControl
      field={type.value === "text" ? text : fallback}
      label={type.value === "text" ? label : t.fallback(label)}
      {...(type.value === "text" ? (hint === undefined ? {} : { hint }) : { hint: t.fallbackHint })}
      limit={messagingLimits.templateParameterLength}
      isRequired
      place={place}
    />
  );
  return (
    <div className={styles["row"]} role="group" aria-label={label}>
      <div className={styles["columns"]}>
        <SelectControl
          field={{ ...type, set: (next) => whole.set(ofType(String(next), whole.value ?? null)) }}
          label={t.typeOf(label)}
          options={types.map((one) => ({ value: one, label: t.types[one] }))}
        />
        {type.value === "currency" ? (
          <>
            <ExpressionControl field={code} label={t.currency} placeholder="EUR" isRequired place={place} />
            <ExpressionControl
              field={amount}
              label={t.amount}
              hint={t.amountHint}
              placeholder="9990"
              isRequired
              place={place}
            />
          </>
        ) : null}
        {type.value === "date-time" ? (
          <ExpressionControl
            field={timestamp}
            label={t.timestamp}
            hint={t.timestampHint}
            placeholder="1798761600"
            isRequired
            place={place}
          />
        ) : null}
      </div>
      {value}
    </div>
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
