import type { HttpRequestTask } from "@parley/flow";
import { HttpRefusal } from "../http/http-refusal.ts";
import type { OpenedHeader, OpenedRequest } from "../http/opened-request.ts";
import { shownUrl, type UrlRules } from "./checked-url.ts";
import { acceptedPackings } from "./unpacked-body.ts";

/** Servers expect these of every client. */
export function withDefaults(headers: readonly OpenedHeader[]): readonly OpenedHeader[] {
  const defaults = { accept: "*/*", "accept-encoding": acceptedPackings, "user-agent": "Parley" };
  const given = new Set(headers.map(({ name }) => name.toLowerCase()));
  const missing = Object.entries(defaults).filter(([name]) => !given.has(name));
  return [...headers, ...missing.map(([name, value]) => ({ name, value, isSecret: false }))];
}

/** 303 makes a reading of anything, and 301 and 302 of a post; a reading has no body. */
export function redirected(request: OpenedRequest, status: number): OpenedRequest {
  const isReading = status === 303 || (status <= 302 && request.method === "POST");
  if (!isReading || request.method === "GET") return request;
  const headers = request.headers.filter(({ name }) => !/^content-(encoding|language|location|type)$/i.test(name));
  return { ...request, method: "GET", headers, body: undefined, isBodySecret: false };
}

/** What is meant for the first server does not go to another. */
export function toAnother(request: OpenedRequest, url: URL, rules: UrlRules): OpenedRequest {
  if (request.isBodySecret)
    throw new HttpRefusal(
      `The URL leads on to ${shownUrl(url.origin, rules)}, to which the secret in the body is not sent.`,
    );
  const headers = request.headers.filter(({ name, isSecret }) => !isSecret && !/^(authorization|cookie)$/i.test(name));
  return { ...request, headers };
}

/** Of what changes something, the other side can tell by the key that it is done again; unless the flow has a key of its own for it. */
export function withKey(task: HttpRequestTask, key: string): HttpRequestTask {
  const name = "idempotency-key";
  if (task.method === "GET" || task.headers.some((header) => header.name.toLowerCase() === name)) return task;
  return { ...task, headers: [...task.headers, { name, value: key }] };
}
