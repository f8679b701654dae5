import { type ReactNode, useState } from "react";
import styles from "./disclosure.module.css";

/** Shows what it holds when it is opened, and makes none of it before. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles["summary"]}>{title}</summary>
      {isOpen ? children() : null}
    </details>
  );
}
