import { revealNode } from "../../session/flow-session.ts";
import { useSession } from "../../session/session-context.ts";
import { timeInWords } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import styles from "../phone.module.css";
import { describeStep, nodeName, type StepLine } from "./describe-step.ts";
import type { RunningPreview } from "./preview-run.ts";

/** What happened in a preview, the latest first, and what it waits for now. */
export function StepList({ run }: { readonly run: RunningPreview }) {
  const texts = useTexts();
  const { phone, shell } = texts;
  const { state, document } = run;
  if (state.steps.length === 0) return <p className={styles["said"]}>{phone.noSteps}</p>;
  const clock = new Intl.DateTimeFormat(shell.locale, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return (
    <ol className={styles["steps"]} reversed>
      <Waiting run={run} />
      {state.steps.toReversed().map((step) => {
        const { headline, lines } = describeStep(step, document, texts);
        return (
          <li key={step.number} className={styles["step"]} data-step={step.number}>
            <time className={styles["time"]}>{clock.format(step.at)}</time>
            <p className={styles["headline"]}>{headline}</p>
            {lines.length === 0 ? null : (
              <ul className={styles["lines"]}>
                {lines.map((line, index) => (
                  // The lines of a step never change.
                  <li key={index} className={styles["line"]} data-tone={line.tone}>
                    <Line line={line} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Waiting({ run: { state, document } }: { readonly run: RunningPreview }) {
  const texts = useTexts();
  const { next, now } = state;
  if (next?.nodeId === undefined) return null;
  const time = timeInWords((next.at - now) / 1_000, texts);
  return (
    <li className={styles["step"]}>
      <span />
      <p className={styles["said"]}>{texts.phone.step.waits(nodeName(document, next.nodeId, texts), time)}</p>
    </li>
  );
}

function Line({ line: { text, nodeId } }: { readonly line: StepLine }) {
  const session = useSession();
  if (nodeId === undefined) return text;
  return (
    <button type="button" className={styles["link"]} onClick={() => revealNode(session, nodeId)}>
      {text}
    </button>
  );
}
