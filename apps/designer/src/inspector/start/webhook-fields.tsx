import type { Json } from "@parley/messaging";
import { useState } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
import { TextControl } from "../controls.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { fieldFor, readSample, type SampleLine } from "./sample.ts";
import startStyles from "./start.module.css";

const path = ["config", "trigger", "fields"];

/** The flow takes no more of them. */
const mostFields = 100;

/** The values of a webhook's body that the flow reads by names of its own (Inbound webhooks, sample and paths). */
export function WebhookFields({ nodeId }: { readonly nodeId: string }) {
  const { webhook: t } = useTexts().inspector;
  const { field, items, add, move, remove } = useListField(nodeId, path);
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{t.fields}</h3>
        <p className={styles["hint"]}>{t.fieldsHint}</p>
      </div>
      {field.isReadOnly ? null : (
        <Disclosure title={t.sample}>
          {() => <SamplePicker fields={items} onPick={(picked) => add(picked)} />}
        </Disclosure>
      )}
      <FieldPart field={field}>
        <RowList
          label={t.fields}
          count={items.length}
          nameOf={(index) => t.field(index + 1, textAt(items[index] ?? null, "name"))}
          isReadOnly={field.isReadOnly}
          addLabel={t.addField}
          isFull={items.length >= mostFields}
          onAdd={() => add({ name: "", path: "" })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <OneField nodeId={nodeId} index={index} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

function OneField({ nodeId, index }: { readonly nodeId: string; readonly index: number }) {
  const { webhook: t } = useTexts().inspector;
  const name = useNodeField(nodeId, [...path, index, "name"]);
  const at = useNodeField(nodeId, [...path, index, "path"]);
  const read = typeof name.value === "string" && name.value !== "" ? name.value : undefined;
  return (
    <>
      <div className={styles["columns"]}>
        <TextControl field={name} label={t.fieldName} isRequired />
        <TextControl field={at} label={t.fieldPath} isRequired />
      </div>
      {read === undefined ? null : <p className={styles["hint"]}>{t.readAs(`$(inboundWebhook.${read})`)}</p>}
    </>
  );
}

type SamplePickerProps = {
  readonly fields: readonly Json[];
  readonly onPick: (field: { readonly name: string; readonly path: string }) => void;
};

/** A body that was pasted, each of whose values becomes a field by a press. */
function SamplePicker({ fields, onPick }: SamplePickerProps) {
  const { webhook: t } = useTexts().inspector;
  const [text, setText] = useState("");
  const sample = readSample(text);
  const names = new Set(fields.map((field) => textAt(field, "name")));
  const paths = new Set(fields.map((field) => textAt(field, "path")));
  return (
    <div className={styles["stack"]}>
      <Field label={t.paste} hint={t.pasteHint} error={sample.type === "wrong" ? t.notJson : undefined}>
        {(control) => (
          <TextArea
            {...control}
            className={startStyles["sample"] ?? ""}
            value={text}
            spellCheck={false}
            placeholder='{ "order": { "id": 17 } }'
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {sample.type !== "read" ? null : (
        <>
          <ul className={startStyles["lines"]} aria-label={t.values}>
            {sample.lines.map((line, index) => (
              // The lines are those of one text, in its order.
              <li key={index} style={{ paddingInlineStart: `${line.depth * 14}px` }}>
                <Line
                  line={line}
                  isTaken={line.path !== undefined && paths.has(line.path)}
                  onPick={(at) => onPick(fieldFor(at, names))}
                />
              </li>
            ))}
          </ul>
          {sample.isCut ? <p className={styles["hint"]}>{t.cut}</p> : null}
        </>
      )}
    </div>
  );
}

type LineProps = { readonly line: SampleLine; readonly isTaken: boolean; readonly onPick: (path: string) => void };

function Line({ line: { name, path: at, value }, isTaken, onPick }: LineProps) {
  const { webhook: t } = useTexts().inspector;
  const content = (
    <>
      <span className={startStyles["name"]}>{name}</span>
      {value === undefined ? null : <span className={startStyles["value"]}>{value}</span>}
    </>
  );
  if (at === undefined) {
    return (
      <span className={startStyles["line"]} title={t.noPath}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={startStyles["line"]}
      aria-label={t.pick(at, value ?? "")}
      aria-pressed={isTaken}
      disabled={isTaken}
      onClick={() => onPick(at)}
    >
      {content}
    </button>
  );
}
