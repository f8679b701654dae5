import { processLimits } from "./limits.ts";

/** An answer over HTTP, its body as it was read: JSON, or text that is none. */
export type Answer = { readonly status: number; readonly body: unknown };

/** What is asked. */
export type Question = {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Written as JSON. */
  readonly body?: unknown;
};

/** Asks a server and gives whatever it answers. */
export async function askJson(url: string, { method = "GET", headers, body }: Question = {}): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(processLimits.requestMs),
  });
  const text = await response.text();
  return { status: response.status, body: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
