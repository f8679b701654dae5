import type { ApiErrorCode } from "@parley/api";
import type { Texts } from "../texts/en/index.ts";

/** What went wrong with a call: as the server says it, or that no server answered, or nothing that could be read. */
export type ServerErrorCode = ApiErrorCode | "unreachable" | "garbled";

/** A call that failed. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Whether the same call may well succeed in a while. */
  get isPassing(): boolean {
    return passing.has(this.code);
  }
}

const passing: ReadonlySet<ServerErrorCode> = new Set([
  "unreachable",
  "unavailable",
  "too-many-requests",
  "unexpected",
  "garbled",
]);

/** What went wrong, in a sentence for a person. The server's sentences are shown as they are. */
export function sentenceOf(error: unknown, { shell: { errors } }: Texts): string {
  if (!(error instanceof ServerError)) return errors.unknown;
  if (error.code === "unreachable") return errors.unreachable;
  return error.code === "garbled" ? errors.garbled : error.message;
}
