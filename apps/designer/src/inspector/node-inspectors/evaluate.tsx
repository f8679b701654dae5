import { textOf } from "@parley/flow";
import { outcomeTitle } from "../../nodes/titles.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { TextControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { MoreFields } from "../more-fields.tsx";
import { NumberControl } from "../number-control.tsx";
import { RowList } from "../row-list.tsx";
import { ScriptTrial } from "../trial/script-trial.tsx";
import { useScriptProblem } from "../trial/use-script-problem.ts";

const branchesPath = ["config", "branches"];
const mostBranches = 50;
type NodeProps = { readonly nodeId: string };

/** Evaluate: the script, the branches that its result may name, what it may use, and a trial of it. */
export function EvaluateInspector({ nodeId }: NodeProps) {
  return (
    <>
      <Script nodeId={nodeId} />
      <ScriptTrial nodeId={nodeId} />
      <Branches nodeId={nodeId} />
      <Limits nodeId={nodeId} />
    </>
  );
}

function Script({ nodeId }: NodeProps) {
  const { evaluate: t } = useTexts().utilities;
  const field = useNodeField(nodeId, ["config", "script"]);
  const problem = useScriptProblem(typeof field.value === "string" ? field.value : "");
  const said = problem === undefined ? undefined : t.syntax(problem.line, problem.column, problem.message);
  return (
    <ExpressionControl
      field={{ ...field, error: field.error ?? said }}
      label={t.script}
      hint={t.scriptHint}
      isRequired
      isMultiline
      isScript
      placeholder={t.placeholder}
      place={{ nodeId, isLeaving: false }}
    />
  );
}

function Branches({ nodeId }: NodeProps) {
  const texts = useTexts();
  const { evaluate: t } = texts.utilities;
  const { field, items, add, move, remove } = useListField(nodeId, branchesPath);
  const nameOf = (index: number) => t.branch(index + 1, textOf(items[index] ?? ""));
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{t.branches}</h3>
        <p className={styles["hint"]}>
          {items.length === 0 ? t.noBranches : t.branchesHint(outcomeTitle("onInvalidChoice", texts))}
        </p>
      </div>
      <FieldPart field={field}>
        <RowList
          label={t.branches}
          count={items.length}
          nameOf={nameOf}
          isReadOnly={field.isReadOnly}
          addLabel={t.addBranch}
          isFull={items.length >= mostBranches}
          onAdd={() => add(freeName(items, t.newBranch))}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <BranchName nodeId={nodeId} index={index} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

function BranchName({ nodeId, index }: NodeProps & { readonly index: number }) {
  const { evaluate: t } = useTexts().utilities;
  const name = useNodeField(nodeId, [...branchesPath, index]);
  return <TextControl field={name} label={t.result} isRequired />;
}

function Limits({ nodeId }: NodeProps) {
  const { evaluate: t } = useTexts().utilities;
  const time = useNodeField(nodeId, ["config", "timeMs"]);
  const memory = useNodeField(nodeId, ["config", "memoryMegabytes"]);
  return (
    <MoreFields nodeId={nodeId} label={t.limits} isUsed={false} fields={[time.name, memory.name]}>
      <NumberControl field={time} label={t.time} hint={t.timeHint} isRequired />
      <NumberControl field={memory} label={t.memory} hint={t.memoryHint} isRequired />
    </MoreFields>
  );
}

function freeName(taken: readonly unknown[], nameOf: (number: number) => string): string {
  let number = taken.length + 1;
  while (taken.includes(nameOf(number))) number++;
  return nameOf(number);
}
