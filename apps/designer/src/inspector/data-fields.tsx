import type { Json } from "@parley/messaging";
import { useEffect, useState } from "react";
import { textAt } from "../nodes/in-words.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { useSettled } from "../ui/use-settled.ts";
import { useNodeField } from "./bound-field.ts";
import { TextControl } from "./controls.tsx";
import { dataFieldFor, type DataSample, readDataSample, type SampleFormat } from "./data-sample.ts";
import { FieldPart } from "./field-part.tsx";
import styles from "./inspector.module.css";
import { useListField } from "./list-field.ts";
import { RowList } from "./row-list.tsx";
import { SamplePicker } from "./sample-picker.tsx";

/** The flow takes no more of them. */
const mostFields = 100;
const path = ["config", "fields"];

type DataFieldsProps = {
  readonly nodeId: string;
  readonly format: SampleFormat;
  /** The group that the fields are read in: `http` for `$(http.name)`. */
  readonly group: "http" | "data";
  readonly hint: string;
  /** Names that the node puts out anyway. */
  readonly taken?: readonly string[];
};

/** What is picked from data, each under a name, by hand or from a sample; and what the sample has there. */
export function DataFields({ nodeId, format, group, hint, taken = [] }: DataFieldsProps) {
  const { dataFields: t } = useTexts().utilities;
  const { field, items, add, move, remove } = useListField(nodeId, path);
  const text = useNodeField(nodeId, ["config", "sample"]);
  const sample = useDataSample(typeof text.value === "string" ? text.value : "", format);
  const names = taken.map((name) => ({ name }));
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{t.fields}</h3>
        <p className={styles["hint"]}>{hint}</p>
      </div>
      {field.isReadOnly ? null : (
        <FieldPart field={text}>
          <Disclosure title={t.sample}>
            {() => (
              <SamplePicker
                label={t.paste[format]}
                hint={t.pasteHint}
                text={typeof text.value === "string" ? text.value : ""}
                sample={sample.sample}
                wrong={t.wrong[format]}
                placeholder={t.placeholder[format]}
                fields={[...names, ...items]}
                fieldOf={dataFieldFor}
                onPick={(picked) => add(picked)}
                onText={text.set}
                onBlur={text.onBlur}
              />
            )}
          </Disclosure>
        </FieldPart>
      )}
      <FieldPart field={field}>
        <RowList
          label={t.fields}
          count={items.length}
          nameOf={(index) => t.field(index + 1, textAt(items[index] ?? null, "name"))}
          isReadOnly={field.isReadOnly}
          addLabel={t.add}
          isFull={items.length >= mostFields}
          onAdd={() => add({ name: "", path: "" })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <OneField nodeId={nodeId} index={index} group={group} sample={sample} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

const nothing: DataSample = { sample: { type: "empty" }, valueOf: () => undefined };

/** The sample as it was when nobody had typed for a moment. */
function useDataSample(text: string, format: SampleFormat): DataSample {
  const [read, setRead] = useState(nothing);
  const settled = useSettled(text, 300);
  useEffect(() => {
    let isWanted = true;
    readDataSample(settled, format).then(
      (sample) => (isWanted ? setRead(sample) : undefined),
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [settled, format]);
  return read;
}

type OneFieldProps = Pick<DataFieldsProps, "nodeId" | "group"> & {
  readonly index: number;
  readonly sample: DataSample;
};

function OneField({ nodeId, index, group, sample }: OneFieldProps) {
  const { dataFields: t } = useTexts().utilities;
  const name = useNodeField(nodeId, [...path, index, "name"]);
  const at = useNodeField(nodeId, [...path, index, "path"]);
  const read = typeof name.value === "string" && name.value !== "" ? t.readAs(`$(${group}.${name.value})`) : "";
  const isSampled = sample.sample.type === "read" && typeof at.value === "string" && at.value !== "";
  const found = isSampled ? sample.valueOf(String(at.value)) : undefined;
  return (
    <>
      <div className={styles["columns"]}>
        <TextControl field={name} label={t.name} isRequired />
        <TextControl field={at} label={t.path} isRequired />
      </div>
      {read === "" ? null : <p className={styles["hint"]}>{read}</p>}
      {isSampled ? (
        <p className={styles["hint"]}>{t.inSample(found === undefined ? undefined : shown(found))}</p>
      ) : null}
    </>
  );
}

const shownLength = 120;

function shown(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
