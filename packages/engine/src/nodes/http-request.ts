import {
  areQuoted,
  flowLimits,
  type HttpValues,
  type NodeOf,
  parseTemplate,
  pathOf,
  textOf,
  writeInJson,
} from "@parley/flow";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";
import { warnOfMissing } from "./picked-fields.ts";

type Config = NodeOf<"http-request">["config"];

/** The least status that leaves by `onError`, by the setting for it. */
const leastErrorStatus = { none: Number.POSITIVE_INFINITY, "5xx": 500, "4xx-5xx": 400 };

/** HTTP request: asks a server, and goes by its answer (HTTP Request node page). */
export const httpRequest: MakeBehaviour<NodeOf<"http-request">> = ({ id, config }) => ({
  enter: (step) => {
    const { method, connectTimeoutMs, requestTimeoutMs, retries, retryAfterMs, retryOn, responseFormat } = config;
    const url = urlOf(config, step);
    const body = method === "GET" || method === "DELETE" ? undefined : bodyOf(config.body, step);
    const given = config.headers.map(({ name, value }) => ({ name: step.resolve(name), value: step.resolve(value) }));
    const problem = urlProblem(config, url) ?? bodyProblem(body);
    if (problem !== undefined) {
      step.fail(problem);
      return;
    }
    step.perform({
      type: "http-request",
      method,
      url,
      headers: [...(body === undefined ? [] : contentType(body.type, given)), ...given],
      ...(body === undefined ? {} : { body: body.text }),
      ...{ connectTimeoutMs, requestTimeoutMs, retries, retryAfterMs, retryOn, responseFormat },
      fields: config.fields.map(({ name, path }) => ({ name, path: pathOf(path) })),
    });
  },
  shape: () => awaitAnswer(id),
  reactions: {
    answer: (step) => {
      const answer = answerOf(step);
      if (answer.type !== "done") {
        failAs(step, answer, true);
        return;
      }
      const { fields, fieldsProblem, ...values } = answer.values as HttpValues;
      step.putOut({ http: { ...fields, ...values } });
      if (fieldsProblem !== undefined) step.warn(`No fields were read: ${fieldsProblem}`);
      else if (config.responseFormat !== "text") warnOfMissing(step, config.fields, fields, "http");
      const { statusCode, statusText } = values;
      if (statusCode < leastErrorStatus[config.errorStatuses]) step.decide("onSuccess");
      else step.fail(`The server answered ${statusCode}${statusText === "" ? "" : ` ${statusText}`}.`);
    },
  },
});

/**
 * The URL with values in it. A value that stands at its very beginning may be the server's address and goes in as it is; every other one is encoded, so that
 * it cannot leave its place in the path or the query.
 */
function urlOf({ url, query }: Config, step: Step): string {
  const isFirst = beginsWithValue(url);
  const written = step
    .resolveAs(url, (value, index) => (isFirst && index === 0 ? textOf(value) : encoded(textOf(value))))
    .trim();
  if (query.length === 0) return written;
  const [base = "", ...fragment] = written.split("#");
  return [`${base}${base.includes("?") ? "&" : "?"}${formOf(query, step)}`, ...fragment].join("#");
}

function beginsWithValue(url: string): boolean {
  return typeof parseTemplate(url.trimStart())[0] === "object";
}

/** Of all that values can be, encoding leaves two that lead elsewhere: a step of a path that is `.` or `..`. */
function urlProblem({ url: source }: Config, url: string): string | undefined {
  if (url.length >= flowLimits.resolvedLength) return tooLong("url");
  const hasValues = parseTemplate(source).some((part) => typeof part !== "string");
  const [path = ""] = url.split(/[?#]/);
  if (!hasValues || !path.split(/[/\\]/).some((step) => step === "." || step === "..")) return undefined;
  return `url is ${JSON.stringify(url.slice(0, 200))}; a step of its path that is . or .. would lead elsewhere.`;
}

type Body = { readonly text: string; readonly type: string };

function bodyOf(body: Config["body"], step: Step): Body | undefined {
  switch (body.type) {
    case "none":
      return undefined;
    case "json": {
      const quoted = areQuoted(parseTemplate(body.text));
      const text = step.resolveAs(body.text, (value, index) => writeInJson(value, quoted[index] === true));
      return { text, type: "application/json" };
    }
    case "form":
      return { text: formOf(body.fields, step), type: "application/x-www-form-urlencoded" };
    case "text":
      return { text: step.resolve(body.text), type: body.contentType };
  }
}

/** Expressions make no longer text than this, and a body that was cut is none to be sent. */
function bodyProblem(body: Body | undefined): string | undefined {
  return body !== undefined && body.text.length >= flowLimits.resolvedLength ? tooLong("body") : undefined;
}

function tooLong(field: string): string {
  return `${field} is too long; at most ${flowLimits.resolvedLength - 1} characters are allowed.`;
}

/** Pairs as URLs and forms write them. */
function formOf(pairs: Config["query"], step: Step): string {
  return pairs.map(({ name, value }) => `${encoded(step.resolve(name))}=${encoded(step.resolve(value))}`).join("&");
}

/** Half of a pair of code units cannot be encoded, and becomes the character that stands for what is none. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function contentType(type: string, given: readonly { name: string }[]): { name: string; value: string }[] {
  const isGiven = given.some(({ name }) => name.toLowerCase() === "content-type");
  return isGiven ? [] : [{ name: "content-type", value: type }];
}
