import type { TaskAnswer } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { Play } from "lucide-react";
import { useState } from "react";
import { nodeById } from "../../document/outcomes.ts";
import type { DocumentVariable, FlowDocument } from "../../document/flow-document.ts";
import { textAt } from "../../nodes/in-words.ts";
import { useDocument, useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import styles from "../inspector.module.css";
import { inputsOf, outputsFrom, valueTyped } from "./script-inputs.ts";
import trial from "./trial.module.css";

type NodeProps = { readonly nodeId: string };

/** A script that is run here, with values that one types, in the sandbox that the server runs it in. */
export function ScriptTrial({ nodeId }: NodeProps) {
  const { trial: t } = useTexts().utilities;
  return <Disclosure title={t.title}>{() => <Trial nodeId={nodeId} />}</Disclosure>;
}

function Trial({ nodeId }: NodeProps) {
  const { trial: t } = useTexts().utilities;
  const session = useSession();
  const script = useDocument((document) => scriptOf(document, nodeId));
  const variables = useDocument((document) => document.variables);
  const [typed, setTyped] = useState<{ readonly [input: string]: string }>({});
  const [answer, setAnswer] = useState<TaskAnswer | "running">();
  const inputs = inputsOf(script, variables);
  const run = async () => {
    setAnswer("running");
    const config = nodeById(session.editor.document(), nodeId)?.config ?? {};
    const [timeMs, megabytes] = [Number(config["timeMs"] ?? 50), Number(config["memoryMegabytes"] ?? 16)];
    const outputs = outputsFrom(inputs.outputs.map((path) => [path, valueTyped(typed[path] ?? "")]));
    setAnswer(await tried({ script, variables: valuesOf(variables, typed), outputs, timeMs, megabytes }, t.notLoaded));
  };
  return (
    <div className={styles["stack"]}>
      {inputs.variables.length + inputs.outputs.length === 0 ? <p className={styles["hint"]}>{t.noInputs}</p> : null}
      {inputs.variables.map(({ name, default: value }) => (
        <Input
          key={name}
          name={name}
          text={typed[name] ?? written(value)}
          onText={(text) => setTyped({ ...typed, [name]: text })}
        />
      ))}
      {inputs.outputs.map((path) => (
        <Input
          key={path}
          name={`$(${path})`}
          text={typed[path] ?? ""}
          onText={(text) => setTyped({ ...typed, [path]: text })}
        />
      ))}
      <Button
        className={styles["add"] ?? ""}
        disabled={script.trim() === "" || answer === "running"}
        onClick={() => void run()}
      >
        <Play size={14} aria-hidden /> {t.run}
      </Button>
      <div role="status">{answer === undefined ? null : <Answer answer={answer} />}</div>
    </div>
  );
}

function scriptOf(document: FlowDocument, nodeId: string): string {
  return textAt(nodeById(document, nodeId)?.config ?? null, "script");
}

function Input(props: { readonly name: string; readonly text: string; readonly onText: (text: string) => void }) {
  return (
    <Field label={props.name}>
      {(control) => <TextInput {...control} value={props.text} onChange={({ target }) => props.onText(target.value)} />}
    </Field>
  );
}

function Answer({ answer }: { readonly answer: TaskAnswer | "running" }) {
  const { trial: t } = useTexts().utilities;
  if (answer === "running") return <p className={styles["hint"]}>{t.running}</p>;
  if (answer.type !== "done") return <p className={styles["error"]}>{answer.reason}</p>;
  const { result = null, variables = null } = answer.values;
  const set = typeof variables === "object" && variables !== null ? Object.entries(variables) : [];
  return (
    <dl className={trial["answer"]}>
      <dt>{t.result}</dt>
      <dd>{JSON.stringify(result)}</dd>
      {set.map(([name, value]) => (
        <div key={name} className={trial["pair"]}>
          <dt>{name}</dt>
          <dd>{JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A variable's value at the beginning, as one would type it. */
function written(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function valuesOf(variables: readonly DocumentVariable[], typed: { readonly [input: string]: string }) {
  return Object.fromEntries(
    variables.map(({ name, default: value }) => {
      const text = typed[name];
      return [name, text === undefined ? value : valueTyped(text, value)];
    }),
  );
}

type Run = {
  readonly script: string;
  readonly variables: { readonly [name: string]: Json };
  readonly outputs: { readonly [name: string]: Json };
  readonly timeMs: number;
  readonly megabytes: number;
};

async function tried({ megabytes, ...run }: Run, notLoaded: string): Promise<TaskAnswer> {
  try {
    const { browserPerformer } = await import("../../performer/browser-performer.ts");
    const task = { type: "evaluate", ...run, memoryBytes: megabytes * 1024 * 1024 } as const;
    return await browserPerformer().perform(task, { key: "trial", signal: new AbortController().signal });
  } catch {
    return { type: "failed", reason: notLoaded };
  }
}
