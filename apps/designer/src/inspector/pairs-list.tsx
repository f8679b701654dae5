import { textAt } from "../nodes/in-words.ts";
import { useTexts } from "../texts/use-texts.ts";
import { type FieldPath, useNodeField } from "./bound-field.ts";
import { TextControl } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import { FieldPart } from "./field-part.tsx";
import styles from "./inspector.module.css";
import { useListField } from "./list-field.ts";
import { RowList } from "./row-list.tsx";

type PairsProps = {
  readonly nodeId: string;
  readonly path: FieldPath;
  readonly title: string;
  readonly hint?: string;
  /** What one of them is called, and the button that adds one. */
  readonly item: (number: number, name: string) => string;
  readonly add: string;
  /** The flow takes no more of them. */
  readonly most: number;
  /** Whether names are names alone, without expressions. */
  readonly isNamed?: boolean;
};

/** Names with their values: parameters, headers, fields. */
export function PairsList({ nodeId, path, title, hint, item, add: addLabel, most, isNamed = false }: PairsProps) {
  const { field, items, add, move, remove } = useListField(nodeId, path);
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{title}</h3>
        {hint === undefined ? null : <p className={styles["hint"]}>{hint}</p>}
      </div>
      <FieldPart field={field}>
        <RowList
          label={title}
          count={items.length}
          nameOf={(index) => item(index + 1, textAt(items[index] ?? null, "name"))}
          isReadOnly={field.isReadOnly}
          addLabel={addLabel}
          isFull={items.length >= most}
          onAdd={() => add({ name: "", value: "" })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <Pair nodeId={nodeId} path={[...path, index]} isNamed={isNamed} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

type PairProps = Pick<PairsProps, "nodeId" | "path"> & { readonly isNamed: boolean };

function Pair({ nodeId, path, isNamed }: PairProps) {
  const { pairs } = useTexts().utilities;
  const name = useNodeField(nodeId, [...path, "name"]);
  const value = useNodeField(nodeId, [...path, "value"]);
  const place = { nodeId, isLeaving: false };
  return (
    <div className={styles["columns"]}>
      {isNamed ? (
        <TextControl field={name} label={pairs.name} isRequired />
      ) : (
        <ExpressionControl field={name} label={pairs.name} isRequired place={place} />
      )}
      <ExpressionControl field={value} label={pairs.value} place={place} />
    </div>
  );
}
