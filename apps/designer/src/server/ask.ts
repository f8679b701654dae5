import { apiErrorSchema, type Route } from "@parley/api";
import { parseInput } from "@parley/messaging";
import type { z } from "zod";
import { serverLimits } from "./limits.ts";
import { ServerError } from "./server-error.ts";

/** A part of a call: absent where the route does not read it, optional where everything in it is. */
type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? unknown
    : Record<never, never> extends z.input<Schema>
      ? { readonly [Key in Name]?: z.input<Schema> }
      : { readonly [Key in Name]: z.input<Schema> };

/** The revision that a change was made from, for the routes that want it: `conflict` when it is not the latest. */
type Revision<Asked extends Route> = Asked extends { readonly needsRevision: true }
  ? { readonly revision: number }
  : unknown;

/** What a route wants to be told. */
export type AskInput<Asked extends Route> = Part<"params", Asked["params"]> &
  Part<"query", Asked["query"]> &
  Part<"body", Asked["body"]> &
  Revision<Asked> & { readonly signal?: AbortSignal };

/** What a call may hold, whatever its route says. */
type AnyInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly revision?: number;
  readonly signal?: AbortSignal;
};

/** Calls a route of the server and reads its answer by the route's schema. Throws `ServerError`. */
export async function ask<Asked extends Route>(
  route: Asked,
  input: AskInput<Asked>,
): Promise<z.output<Asked["response"]>> {
  const response = await send(route, input as AnyInput);
  const text = await response.text().catch(() => {
    throw new ServerError("unreachable", "The connection broke before the answer was whole.");
  });
  const answer = jsonOf(text);
  if (!response.ok) throw errorOf(response.status, answer);
  const parsed = parseInput(route.response, answer);
  if (!parsed.ok) throw new ServerError("garbled", "The server's answer is not of the form that this page knows.");
  return parsed.value as z.output<Asked["response"]>;
}

async function send({ method, path }: Route, input: AnyInput): Promise<Response> {
  const { revision, signal } = input;
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  try {
    return await fetch(urlOf(path, input), {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(revision === undefined ? {} : { "if-match": `"${revision}"` }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
      // What changes something is to arrive though the page is closed meanwhile.
      keepalive: method !== "GET" && (body ?? "").length < serverLimits.keptAliveBytes,
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ServerError("unreachable", "The server cannot be reached.");
  }
}

/** The address of a call: `/api/flows/:flowId` with its names filled in, and the query after it. */
export function urlOf(path: string, { params = {}, query = {} }: Pick<AnyInput, "params" | "query">): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked)}`;
}

function jsonOf(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error that an answer tells; one that does not speak our form, such as a proxy's page, is told by its status. */
export function errorOf(status: number, answer: unknown): ServerError {
  const parsed = apiErrorSchema.safeParse(answer);
  if (parsed.success) return new ServerError(parsed.data.error.code, parsed.data.error.message);
  return status >= 500
    ? new ServerError("unavailable", `The server is not ready (status ${status}).`)
    : new ServerError("garbled", `The server answered with status ${status}.`);
}
