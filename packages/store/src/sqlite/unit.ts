import type { StatementName } from "./statements.ts";

/** One statement with its parameters. */
export type Step = readonly [statement: StatementName, ...parameters: Value[]];

/** A value in a column. */
export type Value = string | number | null;

/** A contact that was seen, as JSON: the steps that join it to the records follow from how these stand when its turn comes. */
export type JoinOrder = readonly [order: "join-contact", seen: string];

/** Steps taken in order, all of them or none. */
export type Unit = readonly (Step | JoinOrder)[];

/** A row that a statement gave. */
export type Row = readonly Value[];

/** What became of a unit: the rows of each of its reads, or why none of its steps was taken. */
export type Outcome = readonly (readonly Row[])[] | "conflict" | { readonly failed: string };
