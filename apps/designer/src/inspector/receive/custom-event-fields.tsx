import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { type FieldPath, useNodeField } from "../bound-field.ts";
import { TextControl } from "../controls.tsx";
import { EventCall } from "../event-call.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";

type CustomEventProps = { readonly nodeId: string; readonly path: FieldPath };

/** The flow takes no more keys. */
const mostKeys = 10;

/** A custom event: its name, and the values that tell this conversation from others (Receive node page, Resume Key). */
export function CustomEventFields({ nodeId, path }: CustomEventProps) {
  const { customEvent: t } = useTexts().inspector;
  const event = useNodeField(nodeId, [...path, "event"]);
  const { field, items, add, move, remove } = useListField(nodeId, [...path, "match"]);
  const name = typeof event.value === "string" ? event.value : "";
  const keys = items.map((item) => textAt(item, "key")).filter((key) => key !== "");
  return (
    <>
      <TextControl field={event} label={t.name} hint={t.nameHint} isRequired />
      <div className={styles["about"]}>
        <h4 className={styles["heading"]}>{t.match}</h4>
        <p className={styles["hint"]}>{t.matchHint}</p>
      </div>
      <FieldPart field={field}>
        <RowList
          label={t.match}
          count={items.length}
          nameOf={(index) => t.key(index + 1, textAt(items[index] ?? null, "key"))}
          isReadOnly={field.isReadOnly}
          addLabel={t.addKey}
          isFull={items.length >= mostKeys}
          onAdd={() => add({ key: "", value: "" })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <MatchRow nodeId={nodeId} path={[...path, "match", index]} />}
        </RowList>
      </FieldPart>
      <EventCall title={t.call} event={name} parameters={keys} />
    </>
  );
}

function MatchRow({ nodeId, path }: CustomEventProps) {
  const { customEvent: t } = useTexts().inspector;
  const key = useNodeField(nodeId, [...path, "key"]);
  const value = useNodeField(nodeId, [...path, "value"]);
  return (
    <div className={styles["columns"]}>
      <TextControl field={key} label={t.keyName} isRequired />
      <ExpressionControl field={value} label={t.keyValue} isRequired place={{ nodeId, isLeaving: false }} />
    </div>
  );
}
