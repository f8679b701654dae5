import type { FlowIssue } from "@parley/flow";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { nodeTitle } from "../nodes/titles.ts";
import { revealNode } from "../session/flow-session.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import styles from "./issue-list.module.css";
import { versionLimits } from "./limits.ts";

type IssueListProps = {
  readonly title: string;
  readonly issues: readonly FlowIssue[];
  /** Called when a person goes to where a problem is. */
  readonly onLeave: () => void;
};

/** The first of what the checks found, each a way to where it is. */
export function IssueList({ title, issues, onLeave }: IssueListProps) {
  const session = useSession();
  const texts = useTexts();
  const { makeLive: t } = texts.versions;
  const nodes = useDocument((document) => document.nodes);
  const go = ({ nodeId, field }: FlowIssue): void => {
    onLeave();
    if (nodeId === undefined) session.view.setState({ panel: "problems" });
    else revealNode(session, nodeId, field);
  };
  const showAll = (): void => {
    onLeave();
    session.view.setState({ panel: "problems" });
  };
  return (
    <section>
      <h3 className={styles["heading"]}>{title}</h3>
      <ul className={styles["issues"]}>
        {issues.slice(0, versionLimits.issuesShown).map((issue, index) => {
          const node = nodes.find(({ id }) => id === issue.nodeId);
          const Icon = issue.severity === "error" ? CircleAlert : TriangleAlert;
          return (
            // What was found stays as it is while the dialog is open.
            <li key={index}>
              <button
                type="button"
                className={styles["issue"]}
                data-severity={issue.severity}
                onClick={() => go(issue)}
              >
                <Icon size={14} aria-hidden />
                <span>
                  {node === undefined ? null : <strong>{nodeTitle(node, texts)}: </strong>}
                  {issue.message}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {issues.length > versionLimits.issuesShown ? (
        <Button kind="quiet" onClick={showAll}>
          {t.showAll}
        </Button>
      ) : null}
    </section>
  );
}
