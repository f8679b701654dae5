import { z } from "zod";
import { literalOf, parseTemplate, resolveText } from "../expression.ts";
import { type TemplateField, templateSchema } from "../fields.ts";
import { areQuoted, isJson, writeInJson } from "../json-template.ts";
import { green, onError, onTimeout } from "../outcome.ts";
import { dataFieldsSchema } from "./data-field.ts";
import { type ConfigProblem, type NodeDefinition, nodeSchema } from "./definition.ts";

const pairSchema = z.strictObject({ name: templateSchema.min(1, "is empty; give a name"), value: templateSchema });
const text = templateSchema.default("");
const timeoutMs = z.int().min(100).max(20_000);

const configSchema = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
  url: templateSchema.min(1, "is empty; give a URL such as https://example.com/orders"),
  /** Appended to the URL, encoded. */
  query: z.array(pairSchema).max(50).default([]),
  headers: z.array(pairSchema).max(50).default([]),
  body: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("none") }),
      /** Values in it are written so that none can break out of its place (`json-template.ts`). */
      z.strictObject({ type: z.literal("json"), text }),
      z.strictObject({ type: z.literal("form"), fields: z.array(pairSchema).max(100).default([]) }),
      z.strictObject({ type: z.literal("text"), text, contentType: z.string().max(200).default("text/plain") }),
    ])
    .default({ type: "none" }),
  /** At most 20 s each (HTTP Request node page, Connection Timeout, Request Timeout). */
  connectTimeoutMs: timeoutMs.default(5_000),
  requestTimeoutMs: timeoutMs.default(10_000),
  /** Webex Connect repeats nothing. Repetitions count within the node; what is no GET may then be done twice. */
  retries: z.int().min(0).max(5).default(0),
  retryAfterMs: z.int().min(100).max(60_000).default(1_000),
  retryOn: z
    .array(z.enum(["429", "5xx"]))
    .max(2)
    .default(["429", "5xx"]),
  /** Which answers leave by `onError`; at Webex Connect every answer leaves by `onSuccess`. */
  errorStatuses: z.enum(["none", "5xx", "4xx-5xx"]).default("4xx-5xx"),
  responseFormat: z.enum(["json", "xml", "text"]).default("json"),
  /** Put out as `$(http.name)`. */
  fields: dataFieldsSchema.default([]),
  /** An answer to pick fields from, for the designer alone. */
  sample: z.string().max(100_000).default(""),
});

/** HTTP request: asks a server and puts out its answer (HTTP Request node page). */
export const httpRequestSchema = nodeSchema("http-request", configSchema);

export type HttpRequestNode = z.infer<typeof httpRequestSchema>;

type Config = HttpRequestNode["config"];

const ownOutputs = ["statusCode", "statusText", "responseBody", "responseHeaders.*"];

export const httpRequest: NodeDefinition<Config> = {
  newConfig: {
    method: "GET",
    url: "",
    query: [],
    headers: [],
    body: { type: "none" },
    connectTimeoutMs: 5_000,
    requestTimeoutMs: 10_000,
    retries: 0,
    retryAfterMs: 1_000,
    retryOn: ["429", "5xx"],
    errorStatuses: "4xx-5xx",
    responseFormat: "json",
    fields: [],
    sample: "",
  },
  outcomes: () => [green("onSuccess"), onTimeout, onError],
  outputs: ({ fields }) =>
    [...ownOutputs, ...fields.flatMap(({ name }) => [name, `${name}.*`])].map((name) => `http.${name}`),
  templates: ({ url, query, headers, body }) => [
    { field: "url", source: url },
    ...pairTemplates("query", query),
    ...pairTemplates("headers", headers),
    ...(body.type === "form" ? pairTemplates("body.fields", body.fields) : []),
    ...("text" in body ? [{ field: "body.text", source: body.text }] : []),
  ],
  problems: ({ url, method, body, fields }) => [
    ...urlProblems(url),
    ...bodyProblems(method, body),
    ...fieldProblems(fields),
  ],
};

function pairTemplates(field: string, pairs: Config["query"]): TemplateField[] {
  return pairs.flatMap(({ name, value }, index) => [
    { field: `${field}[${index}].name`, source: name },
    { field: `${field}[${index}].value`, source: value },
  ]);
}

function urlProblems(source: string): ConfigProblem[] {
  const literal = literalOf(parseTemplate(source));
  const url = literal === undefined ? null : URL.parse(literal);
  if (literal === undefined || (url !== null && /^https?:$/.test(url.protocol) && url.username === "")) return [];
  const message = "is no URL; it must begin with https:// or http:// and hold no user name";
  return [{ severity: "error", code: "bad-url", field: "url", message }];
}

function bodyProblems(method: Config["method"], body: Config["body"]): ConfigProblem[] {
  const warn = (code: string, field: string, message: string): ConfigProblem[] => [
    { severity: "warning", code, field, message },
  ];
  if (body.type === "none") return [];
  if (method === "GET" || method === "DELETE") return warn("useless-body", "body", `is not sent with ${method}`);
  if (body.type !== "json") return [];
  const template = parseTemplate(body.text);
  const quoted = areQuoted(template);
  const { value } = resolveText(
    template,
    () => 0,
    (_, index) => writeInJson(0, quoted[index] === true),
  );
  return isJson(value) ? [] : warn("bad-json", "body.text", "is no JSON, whatever values its expressions have");
}

function fieldProblems(fields: Config["fields"]): ConfigProblem[] {
  const taken = new Set(ownOutputs.map((name) => name.replace(".*", "")));
  return fields.flatMap(({ name }, index): ConfigProblem[] => {
    if (!taken.has(name)) return [];
    const message = `is ${name}, which the node puts out of every answer; choose another name`;
    return [{ severity: "error", code: "taken-name", field: `fields[${index}].name`, message }];
  });
}
