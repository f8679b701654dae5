import { textOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { useRef } from "react";
import { listAt, textAt } from "../nodes/in-words.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useNodeField } from "./bound-field.ts";
import { moved, newRow, operators, withOperator } from "./condition-rows.ts";
import { SelectControl } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import styles from "./inspector.module.css";
import { RowList } from "./row-list.tsx";
import type { ScopePlace } from "./scope.ts";
import { useWantedField } from "./wanted-field.ts";

type Path = readonly (string | number)[];
type RowsProps = { readonly nodeId: string; readonly path: Path; readonly place: ScopePlace };

type ConditionsEditorProps = RowsProps & {
  readonly label: string;
  /** What a new row looks at, such as `$(receive.message)`. */
  readonly variable: string;
};

/** Rows of comparisons joined by and, or. */
export function ConditionsEditor({ nodeId, path, place, label, variable }: ConditionsEditorProps) {
  const { conditions } = useTexts().inspector;
  const field = useNodeField(nodeId, path);
  const frame = useRef<HTMLDivElement>(null);
  useWantedField(field.name, frame);
  const rows: readonly Json[] = Array.isArray(field.value) ? field.value : [];
  return (
    <div ref={frame} data-field={field.name} className={styles["stack"]}>
      {field.error === undefined ? null : <p className={styles["error"]}>{field.error}</p>}
      {isMixed(rows) ? <p className={styles["hint"]}>{conditions.joinHint}</p> : null}
      <RowList
        label={label}
        count={rows.length}
        nameOf={(index) => conditions.item(index + 1)}
        isReadOnly={field.isReadOnly}
        addLabel={conditions.add}
        onAdd={() => change(field, [...rows, newRow(variable)])}
        onMove={(from, to) => change(field, moved(rows, from, to))}
        onRemove={(index) =>
          change(
            field,
            rows.filter((_, at) => at !== index),
          )
        }
      >
        {(index) => (
          <ConditionRow
            nodeId={nodeId}
            path={[...path, index]}
            place={place}
            row={rows[index]}
            isLast={index === rows.length - 1}
          />
        )}
      </RowList>
    </div>
  );
}

type RowProps = RowsProps & { readonly row: Json | undefined; readonly isLast: boolean };

function ConditionRow({ nodeId, path, place, row = null, isLast }: RowProps) {
  const { inspector } = useTexts();
  const { conditions } = inspector;
  const whole = useNodeField(nodeId, path);
  const variable = useNodeField(nodeId, [...path, "variable"]);
  const operator = useNodeField(nodeId, [...path, "operator"]);
  const join = useNodeField(nodeId, [...path, "join"]);
  return (
    <>
      <ExpressionControl field={variable} label={conditions.variable} place={place} isRequired />
      <div className={styles["columns"]}>
        <SelectControl
          field={{ ...operator, set: (next) => change(whole, withOperator(row, textOf(next ?? ""))) }}
          label={conditions.operator}
          options={operators.map((value) => ({ value, label: inspector.operators[value] }))}
        />
        <Compared nodeId={nodeId} path={path} place={place} operator={textAt(row, "operator")} />
      </div>
      {isLast ? null : (
        <SelectControl
          field={{ ...join, value: join.value ?? "and" }}
          label={conditions.join}
          options={(["and", "or"] as const).map((value) => ({ value, label: conditions.joins[value] }))}
        />
      )}
    </>
  );
}

function Compared({ nodeId, path, place, operator }: RowsProps & { readonly operator: string }) {
  const { conditions } = useTexts().inspector;
  const one = useNodeField(nodeId, [...path, "value"]);
  const from = useNodeField(nodeId, [...path, "from"]);
  const to = useNodeField(nodeId, [...path, "to"]);
  const values = useNodeField(nodeId, [...path, "values"]);
  switch (operator) {
    case "in":
    case "not-in":
      return (
        <div className={styles["wide"]}>
          <ExpressionControl
            field={values}
            label={conditions.values}
            place={place}
            isMultiline
            write={(value) =>
              listAt({ values: value ?? null }, "values")
                .map(textOf)
                .join("\n")
            }
            read={(text) => (text === "" ? [] : text.split("\n"))}
          />
        </div>
      );
    case "between":
      return (
        <>
          <ExpressionControl field={from} label={conditions.from} place={place} />
          <ExpressionControl field={to} label={conditions.to} place={place} />
        </>
      );
    case "regular-expression":
      return (
        <div className={styles["wide"]}>
          <ExpressionControl field={one} label={conditions.value} hint={conditions.patternHint} place={place} />
        </div>
      );
    default:
      return <ExpressionControl field={one} label={conditions.value} place={place} />;
  }
}

/** Whether it matters which of the joins binds tighter; the last row's joins nothing. */
function isMixed(rows: readonly Json[]): boolean {
  return new Set(rows.slice(0, -1).map((row) => textAt(row, "join") || "and")).size > 1;
}

/** A change by a button is a step of its own. */
function change(field: { set: (value: Json) => void; onBlur: () => void }, value: Json): void {
  field.onBlur();
  field.set(value);
  field.onBlur();
}
