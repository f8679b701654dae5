import { flowLimits } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { addVariable, removeVariable, updateVariable } from "../document/commands/index.ts";
import type { DocumentVariable } from "../document/flow-document.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextInput } from "../ui/field.tsx";
import { type BoundField, issueAt } from "./bound-field.ts";
import { FieldFrame } from "./controls.tsx";
import { fieldLabel, sentenceFor } from "./field-label.ts";
import styles from "./inspector.module.css";
import { VariableDefault } from "./variable-default.tsx";

/** Variables that are shown at once; a flow may have a thousand, and each is five controls. */
const listed = 50;

/** The flow's variables: names, what they are for, and the values that conversations begin with. */
export function VariablesTable() {
  const session = useSession();
  const { flow, undo } = useTexts().inspector;
  const variables = useDocument((document) => document.variables);
  const isReadOnly = session.mode === "read";
  const [shown, setShown] = useState(listed);
  const wanted = useSessionStore("view", ({ wantedField }) => indexOf(wantedField));
  if (wanted !== undefined && wanted >= shown) setShown(wanted + 1);
  const add = () => {
    if (variables.length >= flowLimits.variables) return;
    session.editor.edit({ label: undo.addVariable }, (draft) => addVariable(draft));
    session.view.setState({ wantedField: `variables[${variables.length}].name` });
  };
  return (
    <section className={styles["stack"]} data-field="variables">
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{flow.variables}</h3>
        <p className={styles["hint"]}>{variables.length === 0 ? flow.noVariables : flow.variablesHint}</p>
      </div>
      {variables.slice(0, shown).map((variable, index) => (
        // A variable keeps its place while its name changes.
        <VariableRow key={index} variable={variable} index={index} />
      ))}
      {variables.length > shown ? (
        <Button kind="quiet" onClick={() => setShown(shown + listed)}>
          {flow.moreVariables(variables.length - shown)}
        </Button>
      ) : null}
      {isReadOnly ? null : (
        <Button className={styles["add"] ?? ""} onClick={add}>
          <Plus size={14} aria-hidden /> {flow.addVariable}
        </Button>
      )}
    </section>
  );
}

/** The index of the variable that a field belongs to. */
function indexOf(field: string | undefined): number | undefined {
  const index = field === undefined ? undefined : /^variables\[(\d+)\]/.exec(field)?.[1];
  return index === undefined ? undefined : Number(index);
}

type RowProps = { readonly variable: DocumentVariable; readonly index: number };

function VariableRow({ variable, index }: RowProps) {
  const session = useSession();
  const { flow, rows, undo } = useTexts().inspector;
  const description = useVariableField({ variable, index }, "description");
  const value = useVariableField({ variable, index }, "default");
  const remove = () =>
    session.editor.edit({ label: undo.removeVariable(variable.name) }, (draft) => removeVariable(draft, variable.name));
  return (
    <div role="group" aria-label={flow.variableItem(variable.name)} className={styles["row"]}>
      <div className={styles["rowHead"]}>
        <code className={styles["rowTitle"]}>{`$(${variable.name})`}</code>
        {session.mode === "read" ? null : (
          <IconButton label={rows.remove(flow.variableItem(variable.name))} onClick={remove}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <VariableName variable={variable} index={index} />
      <FieldFrame field={description} label={flow.description}>
        {(control) => (
          <TextInput
            {...control}
            value={variable.description}
            readOnly={description.isReadOnly}
            onChange={({ target }) => description.set(target.value)}
            onBlur={description.onBlur}
          />
        )}
      </FieldFrame>
      <VariableDefault field={value} value={variable.default} />
    </div>
  );
}

/** A new name is taken when the field is left, because every expression that reads the variable changes with it. */
function VariableName({ variable, index }: RowProps) {
  const session = useSession();
  const { flow, undo } = useTexts().inspector;
  const field = useVariableField({ variable, index }, "name");
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const take = () => {
    setTyped(undefined);
    setRefused(undefined);
    if (typed === undefined || typed === variable.name) return;
    const { editor } = session;
    const name = editor.edit({ label: undo.editVariable(variable.name) }, (draft) =>
      updateVariable(draft, variable.name, { name: typed.trim() }),
    );
    if (name !== typed.trim()) setRefused(flow.nameTaken(typed));
  };
  return (
    <FieldFrame field={field} label={flow.variableName} warning={refused} isRequired>
      {(control) => (
        <TextInput
          {...control}
          value={typed ?? variable.name}
          readOnly={field.isReadOnly}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={({ key }) => (key === "Enter" ? take() : undefined)}
          onBlur={take}
        />
      )}
    </FieldFrame>
  );
}

function useVariableField({ variable, index }: RowProps, part: "name" | "description" | "default"): BoundField {
  const session = useSession();
  const texts = useTexts();
  const name = `variables[${index}].${part}`;
  const issue = useSessionStore("problems", ({ issues }) => issueAt(issues, undefined, name));
  return {
    name,
    value: variable[part],
    error: issue === undefined ? undefined : sentenceFor(issue.message, name, fieldLabel(name, texts)),
    warning: undefined,
    isReadOnly: session.mode === "read",
    onBlur: session.editor.endGesture,
    set: (value: Json | undefined) => {
      const about = { label: texts.inspector.undo.editVariable(variable.name), gesture: `flow ${name}` };
      session.editor.edit(about, (draft) => updateVariable(draft, variable.name, { [part]: value ?? "" }));
    },
  };
}
