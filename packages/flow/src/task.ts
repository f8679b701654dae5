import type { Contact, Json, JsonObject } from "@parley/messaging";

/*
 * Work that a node asks of the world, of values only: expressions have become values by now. A performer does it, or the host where it concerns what the
 * host keeps, and the answer comes back to the node.
 */

/** A place in data, as `parseDataPath` reads it, such as `order.items[0].sku`, and the name under which what stands there is put out. */
export type DataField = { readonly name: string; readonly path: string };

/**
 * How text is read as data. In XML an element's attributes stand under `@name`, and its text under `#text` where it has attributes or children; all values
 * are texts, and elements of one name beside one another a list.
 */
export type DataFormat = "json" | "xml";

/** Runs a script in a sandbox (Evaluate node page). */
export type EvaluateTask = {
  readonly type: "evaluate";
  readonly script: string;
  /** The flow's variables; those that the script assigns come back. */
  readonly variables: JsonObject;
  /** What `$(n3.receive.message)` and `$(send.…)` read: outputs by node and group, and by group alone for the latest. */
  readonly outputs: JsonObject;
  readonly timeMs: number;
  readonly memoryBytes: number;
};

/** Asks a server (HTTP Request node page). */
export type HttpRequestTask = {
  readonly type: "http-request";
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Absent for none. */
  readonly body?: string | undefined;
  readonly connectTimeoutMs: number;
  /** From the call to the end of the answer, of one attempt. */
  readonly requestTimeoutMs: number;
  readonly retries: number;
  /** Before the first repetition; doubled for each one after. */
  readonly retryAfterMs: number;
  /** Statuses that are repeated, beside no answer at all: `429`, `5xx`. */
  readonly retryOn: readonly ("429" | "5xx")[];
  readonly responseFormat: DataFormat | "text";
  readonly fields: readonly DataField[];
};

/** Reads text as data and picks fields of it (Data Parser node page). */
export type ParseDataTask = {
  readonly type: "parse-data";
  readonly format: DataFormat;
  readonly text: string;
  readonly fields: readonly DataField[];
};

/** Makes a one-time password, of which only a keyed digest is kept (Generate OTP node page). */
export type GenerateOtpTask = {
  readonly type: "generate-otp";
  readonly format: "numeric" | "alphabetic" | "alphanumeric";
  readonly length: number;
};

/** Compares what was typed with a digest (Validate OTP node page). */
export type ValidateOtpTask = { readonly type: "validate-otp"; readonly digest: string; readonly code: string };

/** Reads or changes a contact's profile (Profile node page). The host does it, since it keeps them. */
export type ProfileTask = {
  readonly type: "profile";
  readonly action: "fetch" | "set" | "delete";
  readonly contact: Contact & { readonly customerId?: string | undefined };
  /** Values to set, by name; null takes a field away. `name` and `customerId` are the contact's own. */
  readonly fields: { readonly [name: string]: string | null };
};

/** Work that a node asks of the world. */
export type Task = EvaluateTask | HttpRequestTask | ParseDataTask | GenerateOtpTask | ValidateOtpTask | ProfileTask;

/** What came of a task. */
export type TaskAnswer =
  /** `values` is what the node puts out and decides by; each task type says what is in it. */
  | { readonly type: "done"; readonly values: JsonObject }
  /** There was no answer in time. */
  | { readonly type: "timed-out"; readonly reason: string }
  | { readonly type: "failed"; readonly reason: string };

/** What a script gave: the value of its last expression, and the variables that it assigned. */
export type EvaluateValues = { readonly result: Json; readonly variables: JsonObject };

/** What a server answered: `fields` by name, those that the answer lacks left out. */
export type HttpValues = {
  readonly statusCode: number;
  readonly statusText: string;
  readonly responseBody: string;
  readonly responseHeaders: JsonObject;
  readonly fields: JsonObject;
  /** A sentence, where fields are asked for and the body is no data that they could be picked from. */
  readonly fieldsProblem?: string;
};
