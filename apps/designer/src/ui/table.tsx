import type { ComponentProps, ReactNode } from "react";
import styles from "./table.module.css";

type TableProps = {
  /** What it lists, for those who do not see the heading above it. */
  readonly label: string;
  /** The heads of its columns. One of the kind `wide` is left out where the window is narrow, and so are its cells. */
  readonly columns: readonly { readonly title: ReactNode; readonly kind?: CellKind }[];
  /** Rows, of `TableName` and `TableCell`. */
  readonly children: ReactNode;
};

type CellKind = "wide" | "actions" | "number";

/** Things one below the other, of which each line says the same. */
export function Table({ label, columns, children }: TableProps) {
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {columns.map(({ title, kind }, index) => (
            <th key={index} scope="col" data-kind={kind}>
              {kind === "actions" ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The first cell of a row: what the row is about, and beneath it what else is known in a line. */
export function TableName({ children, about }: { readonly children: ReactNode; readonly about?: ReactNode }) {
  return (
    <th scope="row" className={styles["name"]}>
      {children}
      {about === undefined ? null : <span className={styles["about"]}>{about}</span>}
    </th>
  );
}

/** Another cell of a row. */
export function TableCell({ kind, ...rest }: ComponentProps<"td"> & { readonly kind?: CellKind }) {
  return <td data-kind={kind} {...rest} />;
}
