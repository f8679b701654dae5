import { describeChanges } from "../document/describe-changes.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./changes-list.module.css";
import { savingLimits } from "./limits.ts";

type ChangesListProps = {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  /** What is said where there is no change. */
  readonly none: string;
};

/** What is different between two documents, in words. */
export function ChangesList({ before, after, none }: ChangesListProps) {
  const texts = useTexts();
  const changes = describeChanges(before, after, texts);
  const shown = changes.slice(0, savingLimits.changesShown);
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles["changes"]}>
      {shown.map(({ text, isQuiet }, index) => (
        // Two changes may read the same; the list is made anew as a whole.
        <li key={index} data-quiet={isQuiet ? "" : undefined}>
          {text}
        </li>
      ))}
      {changes.length > shown.length ? <li>{texts.versions.andMore(changes.length - shown.length)}</li> : null}
    </ul>
  );
}
