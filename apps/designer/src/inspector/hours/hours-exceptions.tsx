import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { TextInput } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
import { FieldFrame, TextControl } from "../controls.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { DayPeriods } from "./day-periods.tsx";

const path = ["config", "exceptions"];
const mostExceptions = 400;
type NodeProps = { readonly nodeId: string };

/** Days with hours of their own, such as holidays. */
export function HoursExceptions({ nodeId }: NodeProps) {
  const { businessHours: t } = useTexts().utilities;
  const { field, items, add, move, remove } = useListField(nodeId, path);
  const nameOf = (index: number) => {
    const item = items[index] ?? null;
    return t.exception(index + 1, textAt(item, "name") || textAt(item, "date"));
  };
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{t.exceptions}</h3>
        <p className={styles["hint"]}>{t.exceptionsHint}</p>
      </div>
      <FieldPart field={field}>
        <RowList
          label={t.exceptions}
          count={items.length}
          nameOf={nameOf}
          isReadOnly={field.isReadOnly}
          addLabel={t.addException}
          isFull={items.length >= mostExceptions}
          onAdd={() => add({ date: "", name: "", periods: [] })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <OneException nodeId={nodeId} index={index} title={nameOf(index)} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

type OneExceptionProps = NodeProps & { readonly index: number; readonly title: string };

function OneException({ nodeId, index, title }: OneExceptionProps) {
  const { businessHours: t } = useTexts().utilities;
  const date = useNodeField(nodeId, [...path, index, "date"]);
  const name = useNodeField(nodeId, [...path, index, "name"]);
  return (
    <>
      <div className={styles["columns"]}>
        <FieldFrame field={date} label={t.date} isRequired>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={typeof date.value === "string" ? date.value : ""}
              readOnly={date.isReadOnly}
              onChange={({ target }) => date.set(target.value)}
              onBlur={date.onBlur}
            />
          )}
        </FieldFrame>
        <TextControl field={name} label={t.exceptionName} />
      </div>
      <DayPeriods nodeId={nodeId} path={[...path, index, "periods"]} day={title} />
    </>
  );
}
