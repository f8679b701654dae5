import { Copy } from "lucide-react";
import { useState } from "react";
import type { ScopeVariable } from "../document/scope.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { TextInput } from "../ui/field.tsx";
import { showToast } from "../ui/toast.tsx";
import { originInWords } from "./origin-in-words.ts";
import styles from "./inspector.module.css";
import { useScope } from "./scope.ts";

/** Variables that are listed at once: a flow of a thousand nodes has tens of thousands in scope. */
const listed = 50;

type NodeProps = { readonly nodeId: string };

/** The variables that a node may read, and where each is set. */
export function InputVariables({ nodeId }: NodeProps) {
  const { inspector } = useTexts();
  const variables = useScope({ nodeId, isLeaving: false });
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLowerCase();
  const found = variables.filter(({ expression, from }) => `${expression} ${from}`.toLowerCase().includes(wanted));
  if (variables.length === 0) return <p className={styles["hint"]}>{inspector.noInputs}</p>;
  return (
    <div className={styles["stack"]}>
      <TextInput
        type="search"
        aria-label={inspector.filterVariables}
        placeholder={inspector.filterVariables}
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      <ul className={styles["variables"]}>
        {found.slice(0, listed).map((variable) => (
          <VariableRow key={`${variable.expression} ${variable.from}`} variable={variable} />
        ))}
      </ul>
      {found.length > listed ? <p className={styles["hint"]}>{inspector.more(found.length - listed)}</p> : null}
    </div>
  );
}

function VariableRow({ variable }: { readonly variable: ScopeVariable }) {
  const texts = useTexts();
  const { inspector } = texts;
  return (
    <li className={styles["variable"]}>
      <span>
        <code>{variable.expression}</code>
        <span className={styles["hint"]}>
          {originInWords(variable, texts)}
          {variable.isCertain ? "" : `; ${inspector.mayBeEmpty}`}
        </span>
      </span>
      <CopyButton expression={variable.expression} />
    </li>
  );
}

/** The variables that a node sets for those after it. */
export function OutputVariables({ nodeId }: NodeProps) {
  const { inspector } = useTexts();
  const outputs = useScope({ nodeId, isLeaving: true }).filter((variable) => variable.nodeId === nodeId);
  if (outputs.length === 0) return <p className={styles["hint"]}>{inspector.noOutputs}</p>;
  return (
    <ul className={styles["variables"]}>
      {outputs.map(({ expression }) => (
        <li key={expression} className={styles["variable"]}>
          <code>{expression}</code>
          <CopyButton expression={expression} />
        </li>
      ))}
    </ul>
  );
}

function CopyButton({ expression }: { readonly expression: string }) {
  const { inspector } = useTexts();
  const copy = async () => {
    // Where the page is not served securely, browsers give it no clipboard.
    const isCopied = await navigator.clipboard?.writeText(expression).then(
      () => true,
      () => false,
    );
    showToast(isCopied ? inspector.copied(expression) : inspector.notCopied(expression));
  };
  return (
    <IconButton label={inspector.copyExpression(expression)} onClick={() => void copy()}>
      <Copy size={14} aria-hidden />
    </IconButton>
  );
}
