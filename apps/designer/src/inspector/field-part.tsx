import { CircleAlert } from "lucide-react";
import { type ReactNode, useRef } from "react";
import type { BoundField } from "./bound-field.ts";
import styles from "./inspector.module.css";
import { useWantedField } from "./wanted-field.ts";

/** What is made of a whole list or another field without a control of its own, with what is wrong with it; it is found when the field is asked for. */
export function FieldPart({ field, children }: { readonly field: BoundField; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useWantedField(field.name, frame);
  return (
    <div ref={frame} data-field={field.name} className={styles["stack"]}>
      {field.error === undefined ? null : (
        <p className={styles["error"]} role="status">
          <CircleAlert size={14} aria-hidden /> {field.error}
        </p>
      )}
      {children}
    </div>
  );
}
