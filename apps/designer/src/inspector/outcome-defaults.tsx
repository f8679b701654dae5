import { setOutcomeDefault } from "../document/commands/index.ts";
import type { DocumentNode, FlowDocument } from "../document/flow-document.ts";
import { outcomesOfNode } from "../document/outcomes.ts";
import { outcomeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Select } from "../ui/field.tsx";
import { issueAt } from "./bound-field.ts";
import { FieldFrame } from "./controls.tsx";
import { sentenceFor } from "./field-label.ts";
import styles from "./inspector.module.css";
import { LazySelect } from "./lazy-select.tsx";
import { nodeLabel, targetOptions } from "./node-options.ts";

/** Where outcomes lead when a node has no edge of its own for them. */
export function OutcomeDefaults() {
  const session = useSession();
  const texts = useTexts();
  const { flow } = texts.inspector;
  const names = useDocument((document) => namesOf(document.nodes));
  const defaults = useDocument((document) => document.settings.outcomeDefaults);
  const set = Object.keys(defaults);
  const open = names.filter((name) => !Object.hasOwn(defaults, name));
  const first = useDocument(
    (document) =>
      document.nodes.find(({ type }) => type === "end") ?? document.nodes.find(({ type }) => type !== "start"),
  );
  const change = useChange();
  return (
    <section className={styles["stack"]} data-field="settings.outcomeDefaults">
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{flow.defaults}</h3>
        <p className={styles["hint"]}>{flow.defaultsHint}</p>
      </div>
      {set.map((outcome) => (
        <OneDefault key={outcome} outcome={outcome} />
      ))}
      {session.mode === "read" || open.length === 0 || first === undefined ? null : (
        <Select
          aria-label={flow.addDefault}
          value=""
          options={[
            { value: "", label: flow.addDefault },
            ...open.map((name) => ({ value: name, label: outcomeTitle(name, texts) })),
          ]}
          onChange={({ target }) => (target.value === "" ? undefined : change(target.value, first.id))}
        />
      )}
    </section>
  );
}

function OneDefault({ outcome }: { readonly outcome: string }) {
  const session = useSession();
  const texts = useTexts();
  const { flow } = texts.inspector;
  const target = useDocument((document) => document.settings.outcomeDefaults[outcome]?.target ?? "");
  const name = `settings.outcomeDefaults.${outcome}`;
  const issue = useSessionStore("problems", ({ issues }) => issueAt(issues, undefined, name));
  const change = useChange();
  const label = outcomeTitle(outcome, texts);
  const targetLabel = useDocument((document) => nodeLabel(document, target, texts));
  const none = { value: "", label: flow.noDefault };
  const field = {
    name,
    value: target,
    error: issue === undefined ? undefined : sentenceFor(issue.message, name, label),
    warning: undefined,
    isReadOnly: session.mode === "read",
    onBlur: session.editor.endGesture,
    set: () => undefined,
  };
  return (
    <FieldFrame field={field} label={label}>
      {(control) => (
        <LazySelect
          {...control}
          value={target}
          now={[none, { value: target, label: targetLabel }]}
          optionsOf={() => [none, ...targetOptions(session.editor.document(), texts)]}
          disabled={field.isReadOnly}
          onChange={(event) => change(outcome, event.target.value === "" ? undefined : event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

function useChange(): (outcome: string, target: string | undefined) => void {
  const { editor } = useSession();
  const texts = useTexts();
  return (outcome, target) => {
    const label = texts.inspector.undo.outcomeDefault(outcomeTitle(outcome, texts));
    editor.edit({ label }, (draft) => setOutcomeDefault(draft, outcome, target));
  };
}

const known = new WeakMap<FlowDocument["nodes"], readonly string[]>();

/** The names of all outcomes that the nodes have; failures and time-outs first, because defaults are mostly for them. */
function namesOf(nodes: readonly DocumentNode[]): readonly string[] {
  const made = known.get(nodes) ?? collectNames(nodes);
  known.set(nodes, made);
  return made;
}

function collectNames(nodes: readonly DocumentNode[]): readonly string[] {
  const outcomes = nodes.flatMap((node) => outcomesOfNode(node));
  const order = { red: 0, amber: 1, green: 2 };
  return [
    ...new Set(outcomes.toSorted((left, right) => order[left.colour] - order[right.colour]).map(({ name }) => name)),
  ];
}
