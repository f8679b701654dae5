import { type HttpValues, type NodeOf, pathOf, textOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

type Config = NodeOf<"http-request">["config"];

/** HTTP request: asks a server, and goes by its answer (HTTP Request node page). */
export const httpRequest: MakeBehaviour<NodeOf<"http-request">> = ({ id, config }) => ({
  enter: (step) => {
    const { method, connectTimeoutMs, requestTimeoutMs, retries, retryAfterMs, retryOn, responseFormat } = config;
    const body = method === "GET" || method === "DELETE" ? undefined : bodyOf(config.body, step);
    const given = config.headers.map(({ name, value }) => ({ name: step.resolve(name), value: step.resolve(value) }));
    step.perform({
      type: "http-request",
      method,
      url: urlOf(config, step),
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
      const { fields, ...values } = answer.values as HttpValues;
      step.putOut({ http: { ...fields, ...values } });
      const { statusCode } = values;
      const least = { none: Number.POSITIVE_INFINITY, "5xx": 500, "4xx-5xx": 400 }[config.errorStatuses];
      if (statusCode >= least) step.fail(`The server answered ${statusCode} ${values.statusText}.`.replace(" .", "."));
      else step.decide("onSuccess");
    },
  },
});

/**
 * The URL with values in it. A value that stands at its very beginning may be the server's address and goes in as it is; every other one is encoded, so that
 * it cannot leave its place in the path or the query.
 */
function urlOf({ url, query }: Config, step: Step): string {
  const isFirst = /^\s*\$\(/.test(url);
  let index = 0;
  const written = step.resolveAs(url, (value) => {
    const text = textOf(value);
    const isRaw = isFirst && index === 0;
    index += 1;
    return isRaw ? text : encodeURIComponent(text);
  });
  if (query.length === 0) return written.trim();
  const pairs = query.map(({ name, value }) => `${encoded(step.resolve(name))}=${encoded(step.resolve(value))}`);
  const [base = "", fragment] = written.trim().split("#", 2);
  const joined = `${base}${base.includes("?") ? "&" : "?"}${pairs.join("&")}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text);
}

type Body = { readonly text: string; readonly type: string };

function bodyOf(body: Config["body"], step: Step): Body | undefined {
  switch (body.type) {
    case "none":
      return undefined;
    case "json":
      return { text: step.resolveAs(body.text, inJson), type: "application/json" };
    case "form": {
      const pairs = body.fields.map(
        ({ name, value }) => `${encoded(step.resolve(name))}=${encoded(step.resolve(value))}`,
      );
      return { text: pairs.join("&"), type: "application/x-www-form-urlencoded" };
    }
    case "text":
      return { text: step.resolve(body.text), type: body.contentType };
  }
}

/** A value within JSON: a text as JSON writes it, without the quotation marks, which stand round it; anything else as JSON. */
function inJson(value: Json): string {
  return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
}

function contentType(type: string, given: readonly { name: string }[]): { name: string; value: string }[] {
  const isGiven = given.some(({ name }) => name.toLowerCase() === "content-type");
  return isGiven ? [] : [{ name: "content-type", value: type }];
}
