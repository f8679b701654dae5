import { noneOfTheAbove } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { ChevronDown, ChevronRight, CircleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { listAt, textAt } from "../../nodes/in-words.ts";
import { outcomeTitle } from "../../nodes/titles.ts";
import { useSessionStore } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { useNodeField } from "../bound-field.ts";
import { moved, newRow } from "../condition-rows.ts";
import { ConditionsEditor } from "../conditions-editor.tsx";
import { TextControl } from "../controls.tsx";
import styles from "../inspector.module.css";
import { RowList } from "../row-list.tsx";
import { useWantedField } from "../wanted-field.ts";

/** Rows of all branches together that are shown at once; more stay folded, because each row is three fields. */
const rowsShown = 12;
const message = "$(receive.message)";
type NodeProps = { readonly nodeId: string };

/** Branch: the named ways with their conditions, in the order in which they are tried. */
export function BranchInspector({ nodeId }: NodeProps) {
  const texts = useTexts();
  const { branch } = texts.inspector;
  const field = useNodeField(nodeId, ["config", "branches"]);
  const frame = useRef<HTMLDivElement>(null);
  useWantedField(field.name, frame);
  const branches: readonly Json[] = Array.isArray(field.value) ? field.value : [];
  const change = (next: Json) => {
    field.onBlur();
    field.set(next);
    field.onBlur();
  };
  const rows = branches.reduce<number>((sum, each) => sum + listAt(each, "rows").length, 0);
  return (
    <div ref={frame} data-field={field.name} className={styles["stack"]}>
      <p className={styles["hint"]}>{branch.hint}</p>
      {field.error === undefined ? null : (
        <p className={styles["error"]} role="status">
          <CircleAlert size={14} aria-hidden /> {field.error}
        </p>
      )}
      <RowList
        label={texts.inspector.fields.branches}
        count={branches.length}
        nameOf={(index) => branch.item(index + 1, textAt(branches[index] ?? null, "name"))}
        isReadOnly={field.isReadOnly}
        addLabel={branch.add}
        onAdd={() => change([...branches, { name: freeName(branches, branch.newName), rows: [newRow(message)] }])}
        onMove={(from, to) => change(moved(branches, from, to))}
        onRemove={(index) => change(branches.filter((_, at) => at !== index))}
      >
        {(index) => <OneBranch nodeId={nodeId} index={index} isFolded={rows > rowsShown} />}
      </RowList>
      <p className={styles["hint"]}>{branch.otherwise(outcomeTitle(noneOfTheAbove, texts))}</p>
    </div>
  );
}

type OneBranchProps = NodeProps & { readonly index: number; readonly isFolded: boolean };

function OneBranch({ nodeId, index, isFolded }: OneBranchProps) {
  const { branch } = useTexts().inspector;
  const name = useNodeField(nodeId, ["config", "branches", index, "name"]);
  const path = ["config", "branches", index, "rows"];
  const [isOpen, setIsOpen] = useState(index === 0);
  const isShown = !isFolded || isOpen;
  const isWanted = useSessionStore("view", ({ wantedField }) =>
    Boolean(wantedField?.startsWith(`config.branches[${index}].rows`)),
  );
  if (isWanted && !isOpen) setIsOpen(true);
  const title = typeof name.value === "string" ? name.value : "";
  return (
    <>
      <TextControl field={name} label={branch.name} isRequired limit={nameLength} />
      {isFolded ? (
        <Button kind="quiet" aria-expanded={isShown} onClick={() => setIsOpen(!isOpen)}>
          {isShown ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          {isShown ? branch.hide(title) : branch.show(title)}
        </Button>
      ) : null}
      {isShown ? (
        <ConditionsEditor
          nodeId={nodeId}
          path={path}
          place={{ nodeId, isLeaving: false }}
          label={branch.rows(title)}
          variable={message}
        />
      ) : null}
    </>
  );
}

/** What the flow takes as a branch's name. */
const nameLength = 50;

function freeName(branches: readonly Json[], nameOf: (number: number) => string): string {
  const taken = new Set(branches.map((each) => textAt(each, "name")));
  let number = branches.length + 1;
  while (taken.has(nameOf(number))) number++;
  return nameOf(number);
}
