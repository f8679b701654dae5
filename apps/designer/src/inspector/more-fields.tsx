import { type ReactNode, useState } from "react";
import { useSessionStore } from "../session/session-context.ts";
import styles from "./inspector.module.css";

type MoreFieldsProps = {
  readonly label: string;
  /** Open from the beginning, because something in it is set. */
  readonly isUsed: boolean;
  /** The fields within: the part opens when one of them is asked for. */
  readonly fields: readonly string[];
  readonly children: ReactNode;
};

/** Fields that few need, behind a word that opens them. */
export function MoreFields({ label, isUsed, fields, children }: MoreFieldsProps) {
  const [isOpen, setIsOpen] = useState(isUsed);
  const isWanted = useSessionStore("view", ({ wantedField }) =>
    fields.some((field) => wantedField === field || Boolean(wantedField?.startsWith(`${field}.`))),
  );
  if (isWanted && !isOpen) setIsOpen(true);
  return (
    <details className={styles["more"]} open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen ? <div className={styles["stack"]}>{children}</div> : null}
    </details>
  );
}
