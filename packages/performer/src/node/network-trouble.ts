import { performerLimits } from "../limits.ts";

/** The first that went wrong: trying several addresses of one name gives an AggregateError. */
export function causeOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  return error;
}

/** The code of a system or undici error, such as `ECONNREFUSED`; messages are left out, for they may quote what was sent. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** What a code means, of the server that was asked; the code itself where there are no better words. */
export function meaningOf(code: string): string {
  if (Object.hasOwn(meanings, code)) return `${meanings[code]} (${code})`;
  if (code.startsWith("HPE_") || code === "HTTPParserError") return `its answer is no HTTP (${code})`;
  return isUntrusted(code) ? `its certificate is not trusted (${code})` : code;
}

/** Whether asking again would give the same. */
export function isLasting(code: string): boolean {
  return ["UND_ERR_HEADERS_OVERFLOW", "UND_ERR_CLOSED", "UND_ERR_DESTROYED"].includes(code) || isUntrusted(code);
}

const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name has no address",
  EAI_AGAIN: "its name could not be looked up",
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "the connection broke",
  EPIPE: "the connection broke",
  UND_ERR_SOCKET: "the connection broke",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "its answer is not as long as it says",
  UND_ERR_HEADERS_OVERFLOW: `the headers of its answer are longer than ${performerLimits.responseHeaderBytes / 1024} KB`,
  UND_ERR_MAX_ORIGINS_REACHED: "too many servers are being asked at once",
  UND_ERR_CLOSED: "the performer is closed",
  UND_ERR_DESTROYED: "the performer is closed",
  EHOSTUNREACH: "no way leads there",
  ENETUNREACH: "no way leads there",
};

/** The names that OpenSSL and Node give to what is wrong with certificates. */
function isUntrusted(code: string): boolean {
  return /CERT|SIGNED|UNABLE_TO_|ERR_TLS_|ISSUER/.test(code);
}
