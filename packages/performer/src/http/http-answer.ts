import type { HttpRequestTask, HttpValues, TaskAnswer } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { pickFields } from "../data/pick-fields.ts";
import { readData } from "../data/read-data.ts";
import type { Secrets } from "./secrets.ts";

/** What a server answered, whole. */
export type HttpAnswer = {
  readonly status: number;
  readonly statusText: string;
  /** In the order they came; a name may stand several times. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

/** An answer as a task gives it. Its fields are picked of any status, since servers say what is wrong as data too. */
export function answerOf(answer: HttpAnswer, task: HttpRequestTask, secrets: Secrets): TaskAnswer {
  const { fields, fieldsProblem } = fieldsOf(answer.body, task);
  const values: HttpValues = {
    statusCode: answer.status,
    statusText: secrets.seal(answer.statusText),
    responseBody: secrets.seal(answer.body),
    responseHeaders: secrets.sealAll(joined(answer.headers)) as JsonObject,
    fields: secrets.sealAll(fields) as JsonObject,
    ...(fieldsProblem === undefined ? {} : { fieldsProblem: secrets.mask(fieldsProblem) }),
  };
  return { type: "done", values };
}

/** Names in lower case; the values of one name in one text, joined as headers are (RFC 9110, 5.3). */
function joined(headers: HttpAnswer["headers"]): JsonObject {
  const byName = new Map<string, string>();
  for (const [written, value] of headers) {
    const name = written.toLowerCase();
    const earlier = byName.get(name);
    byName.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(byName);
}

/** The fields of a body; where it is no data there are none, and the reason is told. */
function fieldsOf(
  body: string,
  { responseFormat, fields }: HttpRequestTask,
): { readonly fields: JsonObject; readonly fieldsProblem?: string } {
  if (responseFormat === "text" || fields.length === 0) return { fields: {} };
  const read = readData(responseFormat, body);
  if (!read.ok) return { fields: {}, fieldsProblem: read.reason };
  const picked = pickFields(read.data, responseFormat, fields);
  return picked.ok ? { fields: picked.fields } : { fields: {}, fieldsProblem: picked.reason };
}
