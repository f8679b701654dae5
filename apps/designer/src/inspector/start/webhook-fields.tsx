import { type ComponentProps, useState } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useNodeField } from "../bound-field.ts";
import { TextControl } from "../controls.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { SamplePicker } from "../sample-picker.tsx";
import { readSample } from "./sample.ts";

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
          {() => <WebhookSample fields={items} onPick={(picked) => add(picked)} />}
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

type WebhookSampleProps = Pick<ComponentProps<typeof SamplePicker>, "fields" | "onPick">;

/** A body that was pasted; it is not stored. */
function WebhookSample(props: WebhookSampleProps) {
  const { webhook: t } = useTexts().inspector;
  const [text, setText] = useState("");
  return (
    <SamplePicker
      {...props}
      label={t.paste}
      hint={t.pasteHint}
      text={text}
      sample={readSample(text)}
      wrong={t.notJson}
      onText={setText}
    />
  );
}
