#!/usr/bin/env node
import { parseArgs } from "node:util";
import { z } from "zod";
import { simulatorLimits } from "../limits.ts";
import { createGatewaySimulator, type GatewaySimulator } from "./index.ts";

const usage = `Usage: main.ts [--port n] [--base-ms n] [--max-ms n] [--deliver-after-ms n] [--read-after-ms n] [--messages-per-second n]
       [--template-review-ms n]
Starts a WhatsApp gateway simulator on 127.0.0.1, prints {"url":"…"} when it listens, and stops on SIGTERM or SIGINT.`;

const option = { type: "string" } as const;
const waitMs = z.coerce.number().int().min(0).max(simulatorLimits.waitMs);

const argumentsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  "base-ms": waitMs.optional(),
  "max-ms": waitMs.optional(),
  "deliver-after-ms": waitMs.optional(),
  "read-after-ms": waitMs.optional(),
  "messages-per-second": z.coerce.number().positive().optional(),
  "template-review-ms": waitMs.optional(),
});

function readArguments(): z.infer<typeof argumentsSchema> | undefined {
  const names = Object.keys(argumentsSchema.shape);
  try {
    const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, option])) });
    return argumentsSchema.parse(values);
  } catch {
    return undefined;
  }
}

function start(values: z.infer<typeof argumentsSchema>): Promise<GatewaySimulator> {
  return createGatewaySimulator({
    port: values.port,
    webhookRetry: given({ baseMs: values["base-ms"], maxMs: values["max-ms"] }),
    phoneDefaults: given({ deliverAfterMs: values["deliver-after-ms"], readAfterMs: values["read-after-ms"] }),
    messagesPerSecond: values["messages-per-second"],
    templateReviewMs: values["template-review-ms"],
  });
}

/** The options that were given: an undefined one would stand in the way of its default. */
function given(values: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

const values = readArguments();
if (values === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const simulator = await start(values);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close());
  console.log(JSON.stringify({ url: simulator.url }));
}
