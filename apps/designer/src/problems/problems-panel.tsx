import type { FlowIssue } from "@parley/flow";
import { CircleAlert, CircleCheck, TriangleAlert, Wrench } from "lucide-react";
import { useState } from "react";
import { nodeById } from "../document/outcomes.ts";
import { nodeTitle } from "../nodes/titles.ts";
import { revealNode } from "../session/flow-session.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { groupProblems, type ProblemGroup } from "./problem-groups.ts";
import { issueSentence } from "./issue-sentence.ts";
import styles from "./problems-panel.module.css";
import { quickFixesOf } from "./quick-fixes.ts";

/** Problems that are listed at once: a broken flow of a thousand nodes has thousands, and nobody reads so many. */
const listed = 100;

/** All that the checks found, errors first, each a way to the field that it is about. */
export function ProblemsPanel() {
  const { problems } = useTexts();
  const issues = useSessionStore("problems", (state) => state.issues);
  const isChecked = useSessionStore("problems", (state) => state.isChecked);
  const errors = issues.filter(({ severity }) => severity === "error");
  const warnings = issues.filter(({ severity }) => severity === "warning");
  return (
    <section className={styles["panel"]} aria-label={problems.name}>
      <h2 className={styles["title"]}>{problems.name}</h2>
      {isChecked ? null : <p role="status">{problems.checking}</p>}
      {errors.length > 0 || !isChecked ? null : (
        <p className={styles["well"]} role="status">
          <CircleCheck size={18} aria-hidden /> {issues.length === 0 ? problems.none : problems.onlyWarnings}
        </p>
      )}
      <Part title={problems.errors(errors.length)} issues={errors} />
      <Part title={problems.warnings(warnings.length)} issues={warnings} />
    </section>
  );
}

function Part({ title, issues }: { readonly title: string; readonly issues: readonly FlowIssue[] }) {
  const { problems } = useTexts();
  const [limit, setLimit] = useState(listed);
  if (issues.length === 0) return null;
  const { groups, more } = groupProblems(issues, limit);
  return (
    <section className={styles["part"]}>
      <h3 className={styles["partTitle"]}>{title}</h3>
      {groups.map((group) => (
        <Group key={group.nodeId ?? ""} group={group} />
      ))}
      {more === 0 ? null : (
        <Button kind="quiet" onClick={() => setLimit(limit + listed)}>
          {problems.more(Math.min(more, listed))}
        </Button>
      )}
    </section>
  );
}

function Group({ group: { nodeId, issues } }: { readonly group: ProblemGroup }) {
  const texts = useTexts();
  const node = useDocument((document) => (nodeId === undefined ? undefined : nodeById(document, nodeId)));
  const title = node === undefined ? (nodeId ?? texts.problems.flow) : `${nodeTitle(node, texts)} (${node.id})`;
  return (
    <section className={styles["group"]}>
      <h4 className={styles["node"]}>{title}</h4>
      <ul className={styles["list"]}>
        {issues.map((issue) => (
          <Problem key={`${issue.field} ${issue.message}`} issue={issue} />
        ))}
      </ul>
    </section>
  );
}

function Problem({ issue }: { readonly issue: FlowIssue }) {
  const session = useSession();
  const texts = useTexts();
  const Icon = issue.severity === "error" ? CircleAlert : TriangleAlert;
  return (
    <li className={styles["problem"]} data-severity={issue.severity}>
      <button type="button" className={styles["go"]} onClick={() => go(session, issue)}>
        <Icon size={16} aria-hidden />
        <span>{issueSentence(issue, texts)}</span>
      </button>
      {session.mode === "read" ? null : <Fixes issue={issue} />}
    </li>
  );
}

function Fixes({ issue }: { readonly issue: FlowIssue }) {
  const { editor } = useSession();
  const texts = useTexts();
  const document = useDocument((whole) => whole);
  const fixes = quickFixesOf(document, issue, texts);
  if (fixes.length === 0) return null;
  return (
    <p className={styles["fixes"]}>
      {fixes.map(({ label, recipe }) => (
        <Button key={label} className={styles["fix"] ?? ""} onClick={() => editor.edit({ label }, recipe)}>
          <Wrench size={12} aria-hidden /> {label}
        </Button>
      ))}
    </p>
  );
}

/** To the field of the node, or of the flow. */
function go(session: ReturnType<typeof useSession>, { nodeId, field }: FlowIssue): void {
  if (nodeId !== undefined && nodeById(session.editor.document(), nodeId) !== undefined) {
    revealNode(session, nodeId, field ?? "name");
  } else session.view.setState({ panel: "flow", wantedField: field ?? "name" });
}
