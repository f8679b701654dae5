import type { Json } from "@parley/messaging";
import { useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { Select, TextArea, TextInput } from "../ui/field.tsx";
import type { BoundField } from "./bound-field.ts";
import { FieldFrame } from "./controls.tsx";
import { kindOf, kinds, readAs, textAs, type ValueKind } from "./json-value.ts";
import styles from "./inspector.module.css";

type VariableDefaultProps = { readonly field: BoundField; readonly value: Json };

/** The value that a variable has at the beginning: text, a number, yes or no, or any JSON. */
export function VariableDefault({ field, value }: VariableDefaultProps) {
  const { flow } = useTexts().inspector;
  const kind = kindOf(value);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const leave = () => {
    setTyped(undefined);
    field.onBlur();
  };
  const type = (text: string) => {
    const read = readAs(kind, text);
    // Half a number is no number yet: until it is one, only the field knows of it.
    setTyped(read === undefined || textAs(kind, read) !== text ? text : undefined);
    if (read !== undefined) field.set(read);
  };
  const isUnread = typed !== undefined && readAs(kind, typed) === undefined;
  const error = isUnread ? (kind === "number" ? flow.notNumber : flow.notJson) : field.error;
  return (
    <div className={styles["columns"]}>
      <FieldFrame field={{ ...field, name: `${field.name} type`, error: undefined }} label={flow.variableType}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            disabled={field.isReadOnly}
            options={kinds.map((each) => ({ value: each, label: flow.types[each] }))}
            onChange={({ target }) => {
              setTyped(undefined);
              field.set(valueOfKind(target.value as ValueKind, value));
            }}
            onBlur={field.onBlur}
          />
        )}
      </FieldFrame>
      <FieldFrame field={{ ...field, error }} label={flow.variableDefault}>
        {(control) => {
          const text = typed ?? textAs(kind, value);
          const common = { ...control, value: text, readOnly: field.isReadOnly, onBlur: leave };
          if (kind === "boolean") {
            const options = [
              { value: "true", label: flow.yes },
              { value: "false", label: flow.no },
            ];
            const { readOnly, ...rest } = common;
            return (
              <Select {...rest} disabled={readOnly} options={options} onChange={(event) => type(event.target.value)} />
            );
          }
          if (kind === "json") return <TextArea {...common} onChange={({ target }) => type(target.value)} />;
          return <TextInput {...common} onChange={({ target }) => type(target.value)} />;
        }}
      </FieldFrame>
    </div>
  );
}

/** What a value becomes as another kind; what cannot be read as that begins anew. */
function valueOfKind(kind: ValueKind, value: Json): Json {
  const beginnings: Record<ValueKind, Json> = { text: "", number: 0, boolean: false, json: {} };
  const read = readAs(kind, textAs(kindOf(value), value));
  return read === undefined || kindOf(read) !== kind ? beginnings[kind] : read;
}
