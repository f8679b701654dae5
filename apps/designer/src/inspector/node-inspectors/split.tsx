import type { Json } from "@parley/messaging";
import { partAt, textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { useNodeField } from "../bound-field.ts";
import { SelectControl, TextControl } from "../controls.tsx";
import { evenShares, sumOf } from "../even-shares.ts";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { NumberControl } from "../number-control.tsx";
import { RowList } from "../row-list.tsx";

const path = ["config", "branches"];
const mostBranches = 50;
type NodeProps = { readonly nodeId: string };

/** Split: the ways with their shares, which add up to 100 %. */
export function SplitInspector({ nodeId }: NodeProps) {
  const { split } = useTexts().utilities;
  const by = useNodeField(nodeId, ["config", "by"]);
  const { field, items, change, add, move, remove } = useListField(nodeId, path);
  const shareEvenly = () => {
    const shares = evenShares(items.length);
    change(items.map((item, index) => ({ name: textAt(item, "name"), percent: shares[index] ?? 0 })));
  };
  return (
    <>
      <SelectControl
        field={by}
        label={split.by}
        hint={split.byHints[by.value === "random" ? "random" : "contact"]}
        options={(["contact", "random"] as const).map((value) => ({ value, label: split.bys[value] }))}
      />
      <FieldPart field={field}>
        <RowList
          label={split.branches}
          count={items.length}
          nameOf={(index) => split.item(index + 1, textAt(items[index] ?? null, "name"))}
          isReadOnly={field.isReadOnly}
          addLabel={split.add}
          isFull={items.length >= mostBranches}
          onAdd={() => add({ name: freeLetter(items), percent: 0 })}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <OneShare nodeId={nodeId} index={index} />}
        </RowList>
        <p className={styles["hint"]} role="status">
          {split.sum(sumOf(items.map((item) => partAt(item, "percent"))))}
        </p>
        {field.isReadOnly || items.length === 0 ? null : (
          <Button className={styles["add"] ?? ""} onClick={shareEvenly}>
            {split.evenly}
          </Button>
        )}
      </FieldPart>
    </>
  );
}

function OneShare({ nodeId, index }: NodeProps & { readonly index: number }) {
  const { split } = useTexts().utilities;
  const name = useNodeField(nodeId, [...path, index, "name"]);
  const percent = useNodeField(nodeId, [...path, index, "percent"]);
  return (
    <div className={styles["columns"]}>
      <TextControl field={name} label={split.name} isRequired />
      <NumberControl field={percent} label={split.percent} isRequired />
    </div>
  );
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/** The first letter that no branch is called by, and numbers after the last. */
function freeLetter(items: readonly Json[]): string {
  const taken = new Set(items.map((item) => textAt(item, "name")));
  const letter = letters.find((name) => !taken.has(name));
  if (letter !== undefined) return letter;
  let number = letters.length + 1;
  while (taken.has(String(number))) number++;
  return String(number);
}
