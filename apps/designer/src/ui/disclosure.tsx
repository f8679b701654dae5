import { type ReactNode, useState } from "react";
import styles from "./disclosure.module.css";

type DisclosureProps = {
  readonly title: string;
  /** Opens it, whatever a person did before, when it becomes true. */
  readonly isOpen?: boolean;
  readonly children: () => ReactNode;
};

/** Shows what it holds when it is opened, and makes none of it before. */
export function Disclosure({ title, isOpen: isWanted = false, children }: DisclosureProps) {
  const [isChosen, setIsChosen] = useState(false);
  const isOpen = isChosen || isWanted;
  return (
    <details open={isOpen} onToggle={(event) => setIsChosen(event.currentTarget.open)}>
      <summary className={styles["summary"]}>{title}</summary>
      {isOpen ? children() : null}
    </details>
  );
}
