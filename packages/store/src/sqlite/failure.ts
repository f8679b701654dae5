import type { StoreError } from "../store.ts";

/** What a `StoreError` is made of: errors lose their class between threads. */
export type Failure = { readonly code: StoreError["code"]; readonly detail: string };

/** The failure behind whatever was thrown while the database was in use. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DataError) return { code: error.code, detail: error.message };
  const code = codes[resultCodeOf(error) ?? 0] ?? "unexpected";
  return { code, detail: error instanceof Error ? `${error.message}.` : String(error) };
}

/** Thrown when the data are not what they should be. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly code: StoreError["code"];
  constructor(code: StoreError["code"], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Whether an error is the fault of the unit that met it, so that others may go on: a value that cannot be stored. */
export function isFaultOfUnit(error: unknown): boolean {
  return error instanceof TypeError || faultsOfUnit.has(resultCodeOf(error) ?? 0);
}

/** Result codes (SQLite, Result and Error Codes) that have a code of ours. */
const codes: Readonly<Record<number, Failure["code"]>> = {
  3: "read-only", // SQLITE_PERM
  5: "busy", // SQLITE_BUSY
  6: "busy", // SQLITE_LOCKED
  8: "read-only", // SQLITE_READONLY
  10: "disk", // SQLITE_IOERR
  11: "corrupt", // SQLITE_CORRUPT
  13: "full", // SQLITE_FULL
  14: "read-only", // SQLITE_CANTOPEN
  26: "corrupt", // SQLITE_NOTADB
};

/** SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE. */
const faultsOfUnit: ReadonlySet<number> = new Set([18, 19, 20, 25]);

/** The primary result code: the low byte of the extended one. */
function resultCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return Number(error.errcode) & 0xff;
}
