import { postEvent } from "@parley/api";
import { parseTemplate, pathsOf } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { objectOf } from "../document/read-json.ts";

/** A call of a server, as a person makes it from a terminal. */
export type CurlCall = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
};

/** The call as one line for the terminal, over several lines. */
export function curlOf({ url, headers, body }: CurlCall): string {
  const lines = [
    `curl -X POST ${quoted(url)}`,
    ...Object.entries({ "content-type": "application/json", ...headers }).map(
      ([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`,
    ),
    `  -d ${quoted(JSON.stringify(body))}`,
  ];
  return lines.join(" \\\n");
}

/** Nothing within means anything to a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** How a custom event is told of. Each parameter that the flow reads stands in it with a sample, the person's number by its name. */
export function eventCall(about: {
  readonly origin: string;
  readonly event: string;
  readonly parameters: readonly string[];
  readonly isTokenNeeded: boolean;
}): CurlCall {
  const { origin, event, parameters, isTokenNeeded } = about;
  return {
    url: `${origin}${postEvent.path}`,
    headers: isTokenNeeded ? { authorization: "Bearer <admin token>" } : {},
    body: {
      event: event === "" ? "my.event" : event,
      parameters: Object.fromEntries(parameters.map((name) => [name, sampleOf(name)])),
    },
  };
}

/** How a webhook that takes a key is called. The body has the values that the flow's fields read, as far as names lead to them. */
export function webhookCall(about: {
  readonly origin: string;
  readonly path: string;
  readonly secret: string | undefined;
  /** The paths of the fields, such as `order.id`. */
  readonly fields: readonly string[];
}): CurlCall {
  const { origin, path, secret = "<secret>", fields } = about;
  const named = fields.map((field) => field.replace(/^\$\.?/, "")).filter((field) => /^\w[\w.-]*$/.test(field));
  return {
    url: `${origin}${path}`,
    headers: { "x-parley-key": secret },
    body: named.reduce<JsonObject>((body, field) => withValue(body, field.split(".")), {}),
  };
}

function withValue(body: JsonObject, [name = "", ...below]: readonly string[]): JsonObject {
  if (below.length === 0) return { ...body, [name]: sampleOf(name) };
  return { ...body, [name]: withValue(objectOf(body[name]), below) };
}

function sampleOf(name: string): string {
  return /wa_?id|phone|msisdn|mobile|number/i.test(name) ? "31612345678" : "…";
}

/** The first names below a group that texts read: `orderId` of `$(customEvent.orderId)`. */
export function namesRead(texts: readonly string[], group: string): readonly string[] {
  const paths = texts.flatMap((text) => pathsOf(parseTemplate(text)));
  return [...new Set(paths.flatMap(([root, name]) => (root === group && name !== undefined ? [name] : [])))];
}
