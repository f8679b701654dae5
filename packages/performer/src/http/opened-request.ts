import type { HttpRequestTask } from "@parley/flow";
import type { Secrets } from "./secrets.ts";
import { type Header, headerProblem } from "./request-headers.ts";

/** A request as it goes out, with its secrets open. */
export type OpenedRequest = {
  readonly method: HttpRequestTask["method"];
  readonly url: string;
  readonly headers: readonly OpenedHeader[];
  readonly body: string | undefined;
  readonly isBodySecret: boolean;
};

/** `isSecret`: it holds a secret, which goes to the server that it is meant for and to no other. */
export type OpenedHeader = Header & { readonly isSecret: boolean };

/** A request, or a sentence that says why it cannot go out. */
export type Opening =
  | { readonly ok: true; readonly request: OpenedRequest }
  | { readonly ok: false; readonly reason: string };

/** Opens the secrets of a request and checks its headers. */
export function openRequest(task: HttpRequestTask, secrets: Secrets): Opening {
  const headers = task.headers.map(
    ({ name, value }): OpenedHeader => ({
      name: secrets.open(name, "text").trim(),
      value: secrets.open(value, "text").trim(),
      isSecret: secrets.isIn(value),
    }),
  );
  const problem = headers.map(headerProblem).find((sentence) => sentence !== undefined);
  if (problem !== undefined) return { ok: false, reason: secrets.mask(problem) };
  const { body } = task;
  return {
    ok: true,
    request: {
      method: task.method,
      url: secrets.open(task.url, "encoded"),
      headers,
      body: body === undefined ? undefined : secrets.open(body, placeIn(headers)),
      isBodySecret: body !== undefined && secrets.isIn(body),
    },
  };
}

/** How secrets are written in a body of this type, so that none breaks out of its place. */
function placeIn(headers: readonly Header[]): "text" | "json" | "encoded" {
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value.toLowerCase() ?? "";
  if (/^application\/x-www-form-urlencoded\b/.test(type)) return "encoded";
  return /^[\w.+-]+\/([\w.+-]+\+)?json\b/.test(type) ? "json" : "text";
}
