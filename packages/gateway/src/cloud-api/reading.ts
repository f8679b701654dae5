import type { ProviderError } from "@parley/messaging";
import { z } from "zod";
import { errorCodeSchema, lenient, providerTextSchema } from "../wire/wire.ts";
import type { Exchange } from "./exchange.ts";

type Answered = Extract<Exchange, { readonly type: "answered" }>;

const said = lenient(providerTextSchema);

const errorSchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    error_subcode: lenient(errorCodeSchema),
    type: said,
    message: providerTextSchema.catch(""),
    error_user_title: said,
    error_user_msg: said,
    error_data: lenient(z.object({ details: providerTextSchema })),
  }),
});

/** An error of the Graph API (Cloud API, Error codes). */
export type WireError = z.infer<typeof errorSchema>["error"];

/** The error that an answer's body tells of; undefined when it tells of none. */
export function wireErrorOf(body: unknown): WireError | undefined {
  return errorSchema.safeParse(body).data?.error;
}

/** What the provider calls an error that the table does not know; undefined where it has no name for it. */
export function titleOf(error: WireError | undefined): string | undefined {
  return error?.error_user_title ?? error?.type;
}

/** An error under a title, with the most that the provider says of it: what it writes for developers, else for people, else its message. */
export function providerErrorOf(
  { code, message, error_data, error_user_msg }: Pick<WireError, "code" | "message"> & Partial<WireError>,
  title: string,
): ProviderError {
  return { code, title, details: error_data?.details ?? error_user_msg ?? message };
}

/** Whether an answer's HTTP status is a success. */
export function isSuccess({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

/** The JSON of an answer; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The exchange without the access token in any spelling: errors may quote one that they did not like, and links to a next page carry it. */
export function withoutToken(exchange: Exchange, accessToken: string): Exchange {
  if (exchange.type !== "answered") return exchange;
  const spellings = new Set([accessToken, JSON.stringify(accessToken).slice(1, -1), encodeURIComponent(accessToken)]);
  let { text } = exchange;
  for (const spelling of spellings) text = text.replaceAll(spelling, "[access token]");
  return { ...exchange, text };
}
