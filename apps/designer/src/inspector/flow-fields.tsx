import { flowLimits } from "@parley/flow";
import { useEffect, useRef } from "react";
import { useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { TextInput } from "../ui/field.tsx";
import { useFlowField } from "./bound-field.ts";
import { FieldFrame, TextControl } from "./controls.tsx";
import styles from "./inspector.module.css";
import { OutcomeDefaults } from "./outcome-defaults.tsx";
import { VariablesTable } from "./variables-table.tsx";
import { focusNearestField } from "./wanted-field.ts";

/** The fields of the flow as a whole: name, description, variables, outcome defaults, the limit of node executions. */
export function FlowFields() {
  const { flow } = useTexts().inspector;
  const panel = useRef<HTMLDivElement>(null);
  useNearestField(panel);
  return (
    <div ref={panel} className={styles["stack"]}>
      <h2 className={styles["title"]}>{flow.title}</h2>
      <TextControl field={useFlowField("name")} label={flow.name} isRequired limit={flowLimits.nameLength} />
      <TextControl
        field={useFlowField("description")}
        label={flow.description}
        isMultiline
        limit={flowLimits.descriptionLength}
      />
      <VariablesTable />
      <OutcomeDefaults />
      <NodeExecutions />
    </div>
  );
}

function NodeExecutions() {
  const { flow } = useTexts().inspector;
  const field = useFlowField("maxNodeExecutions");
  const most = flowLimits.nodeExecutions;
  return (
    <FieldFrame field={field} label={flow.maxNodeExecutions} hint={flow.maxNodeExecutionsHint(most)}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          min={1}
          max={most}
          value={typeof field.value === "number" ? field.value : ""}
          readOnly={field.isReadOnly}
          onChange={({ target }) => field.set(Number(target.value))}
          onBlur={field.onBlur}
        />
      )}
    </FieldFrame>
  );
}

/** A wanted field of the flow that no control goes by takes the focus to what is nearest. */
function useNearestField(panel: { readonly current: HTMLElement | null }): void {
  const session = useSession();
  const field = useSessionStore("view", ({ wantedField }) => wantedField);
  useEffect(() => {
    const { wantedField } = session.view.getState();
    if (wantedField === undefined || panel.current === null) return;
    focusNearestField(panel.current, wantedField);
    session.view.setState({ wantedField: undefined });
  }, [session, field, panel]);
}
