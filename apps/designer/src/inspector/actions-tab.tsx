import { flowLimits } from "@parley/flow";
import { type ActionTime, addAction, moveAction, removeAction } from "../document/commands/index.ts";
import type { NodeAction } from "../document/flow-document.ts";
import { nodeById } from "../document/outcomes.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useNodeField } from "./bound-field.ts";
import { SelectControl } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import styles from "./inspector.module.css";
import { RowList } from "./row-list.tsx";

type NodeProps = { readonly nodeId: string };
type TimeProps = NodeProps & { readonly time: ActionTime };

/** What a node does besides its work, as it is entered and as it is left. */
export function ActionsTab({ nodeId }: NodeProps) {
  return (
    <div className={styles["stack"]}>
      <Actions nodeId={nodeId} time="onEnter" />
      <Actions nodeId={nodeId} time="onLeave" />
    </div>
  );
}

const none: readonly NodeAction[] = [];

function Actions({ nodeId, time }: TimeProps) {
  const session = useSession();
  const { actions: texts, undo } = useTexts().inspector;
  const actions = useDocument((document) => nodeById(document, nodeId)?.[time] ?? none);
  const { edit } = session.editor;
  const isReadOnly = session.mode === "read";
  return (
    <section className={styles["stack"]}>
      <h3 className={styles["heading"]}>{texts[time]}</h3>
      {actions.length === 0 ? <p className={styles["hint"]}>{texts.none}</p> : null}
      <RowList
        label={texts[time]}
        count={actions.length}
        nameOf={(index) => texts.item(index + 1)}
        isReadOnly={isReadOnly}
        addLabel={texts.add}
        onAdd={() => {
          if (actions.length >= flowLimits.actionsPerNode) return;
          const action: NodeAction = { type: "set-variable", name: "", value: "" };
          edit({ label: undo.addAction }, (draft) => addAction(draft, { nodeId, time, action }));
        }}
        onMove={(from, to) =>
          edit({ label: undo.moveAction }, (draft) => moveAction(draft, { nodeId, time, from, to }))
        }
        onRemove={(index) =>
          edit({ label: undo.removeAction }, (draft) => removeAction(draft, { nodeId, time, index }))
        }
      >
        {(index) => <OneAction nodeId={nodeId} time={time} index={index} type={actions[index]?.type ?? "log"} />}
      </RowList>
    </section>
  );
}

type OneActionProps = TimeProps & { readonly index: number; readonly type: NodeAction["type"] };

function OneAction({ nodeId, time, index, type }: OneActionProps) {
  const { actions: texts } = useTexts().inspector;
  const whole = useNodeField(nodeId, [time, index]);
  const kind = useNodeField(nodeId, [time, index, "type"]);
  const value = useNodeField(nodeId, [time, index, "value"]);
  const choose = (next: unknown) => {
    const text = typeof value.value === "string" ? value.value : "";
    whole.set(next === "log" ? { type: "log", value: text } : { type: "set-variable", name: "", value: text });
  };
  return (
    <>
      <SelectControl
        field={{ ...kind, set: choose }}
        label={texts.type}
        options={(["set-variable", "log"] as const).map((each) => ({ value: each, label: texts.types[each] }))}
      />
      {type === "set-variable" ? <VariableChoice nodeId={nodeId} time={time} index={index} /> : null}
      <ExpressionControl field={value} label={texts.value} place={{ nodeId, isLeaving: time === "onLeave" }} />
    </>
  );
}

function VariableChoice({ nodeId, time, index }: TimeProps & { readonly index: number }) {
  const { actions: texts } = useTexts().inspector;
  const field = useNodeField(nodeId, [time, index, "name"]);
  const variables = useDocument((document) => document.variables);
  const chosen = typeof field.value === "string" ? field.value : "";
  const options = variables.map(({ name }) => ({ value: name, label: name }));
  const isKnown = variables.some(({ name }) => name === chosen);
  const label = chosen === "" ? texts.chooseVariable : texts.goneVariable(chosen);
  return (
    <SelectControl
      field={field}
      label={texts.variable}
      isRequired
      options={isKnown ? options : [{ value: chosen, label }, ...options]}
    />
  );
}
