import type { Route } from "@parley/api";
import { parseInput } from "@parley/messaging";
import type { z } from "zod";
import { errorOf, urlOf } from "./ask.ts";
import { ServerError } from "./server-error.ts";

/** A file for a route that takes one as its body. */
export type Upload = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly file: Blob;
  readonly mimeType: string;
  /** Hears how much is sent, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
};

/** Sends a file to a route and reads its answer. `fetch` tells nothing of how far an upload has come; this does. Rejects with `ServerError`. */
export function uploadFile<Asked extends Route>(route: Asked, upload: Upload): Promise<z.output<Asked["response"]>> {
  const { promise, resolve, reject } = Promise.withResolvers<z.output<Asked["response"]>>();
  const request = new XMLHttpRequest();
  request.open(route.method, urlOf(route.path, upload));
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("content-type", upload.mimeType);
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    upload.onProgress(total === 0 ? 0 : loaded / total),
  );
  request.addEventListener("error", () => reject(new ServerError("unreachable", "The server cannot be reached.")));
  request.addEventListener("abort", () => reject(new ServerError("unreachable", "The upload was called off.")));
  request.addEventListener("load", () => {
    const answer = jsonOf(request.responseText);
    if (request.status < 200 || request.status > 299) return reject(errorOf(request.status, answer));
    const parsed = parseInput(route.response, answer);
    if (parsed.ok) resolve(parsed.value as z.output<Asked["response"]>);
    else reject(new ServerError("garbled", "The server's answer is not of the form that this page knows."));
  });
  upload.signal.addEventListener("abort", () => request.abort(), { once: true });
  request.send(upload.file);
  return promise;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
