import type { FlowIssue } from "@parley/flow";
import { issueSentence } from "../../problems/issue-sentence.ts";
import { revealNode } from "../../session/flow-session.ts";
import { useDocument, useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { phoneLimits } from "../limits.ts";
import styles from "../phone.module.css";
import { nodeName } from "./describe-step.ts";

/** What keeps a preview from beginning, each with a way to where it is mended. */
export function WrongFlow({ issues }: { readonly issues: readonly FlowIssue[] }) {
  const { phone } = useTexts();
  const shown = issues.slice(0, phoneLimits.errorsShown);
  const rest = issues.length - shown.length;
  return (
    <div className={styles["message"]}>
      <p role="status">{phone.errors(issues.length)}</p>
      <ul className={styles["issues"]}>
        {shown.map((issue, index) => (
          // The list is made anew with every check and holds no state.
          <li key={index}>
            <IssueLink issue={issue} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>{phone.moreErrors(rest)}</p> : null}
    </div>
  );
}

function IssueLink({ issue }: { readonly issue: FlowIssue }) {
  const session = useSession();
  const texts = useTexts();
  const { nodeId, field } = issue;
  const sentence = issueSentence(issue, texts);
  const name = useDocument((document) => (nodeId === undefined ? undefined : nodeName(document, nodeId, texts)));
  const reveal = (): void => {
    if (nodeId === undefined) session.view.setState({ panel: "problems" });
    else revealNode(session, nodeId, field);
  };
  return (
    <button type="button" className={styles["link"]} onClick={reveal}>
      {name === undefined ? sentence : `${name}: ${sentence}`}
    </button>
  );
}
