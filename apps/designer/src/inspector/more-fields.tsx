import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./inspector.module.css";

type MoreFieldsProps = {
  readonly nodeId: string;
  readonly label: string;
  /** Open from the beginning, because something in it is set. */
  readonly isUsed: boolean;
  /** Whether it stands back, as a part of an item. */
  readonly isQuiet?: boolean;
  /** The fields within, as issues name them: the part opens when one of them is asked for, and says how many are wrong. */
  readonly fields: readonly string[];
  readonly children: ReactNode;
};

/** Fields that few need, behind a word that opens them. */
export function MoreFields({ nodeId, label, isUsed, isQuiet = false, fields, children }: MoreFieldsProps) {
  const { inspector } = useTexts();
  const [isOpen, setIsOpen] = useState(isUsed);
  const isWanted = useSessionStore("view", ({ wantedField }) => isWithin(wantedField, fields));
  const wrong = useSessionStore(
    "problems",
    ({ issues }) => issues.filter((issue) => issue.nodeId === nodeId && isWithin(issue.field, fields)).length,
  );
  if (isWanted && !isOpen) setIsOpen(true);
  return (
    <details
      className={styles["more"]}
      data-quiet={isQuiet ? "" : undefined}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        {label}
        {wrong === 0 ? null : (
          <span className={styles["wrong"]}>
            <CircleAlert size={12} aria-hidden /> {inspector.problemsWithin(wrong)}
          </span>
        )}
      </summary>
      {isOpen ? <div className={styles["stack"]}>{children}</div> : null}
    </details>
  );
}

function isWithin(field: string | undefined, fields: readonly string[]): boolean {
  return fields.some((name) => field === name || field?.startsWith(`${name}.`) || field?.startsWith(`${name}[`));
}
