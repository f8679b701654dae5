import type { BenchOptions } from "./options.ts";

/** The highest rate that an app may have: the pace of sends is not what is measured. */
export const messagesPerSecond = 1_000;

/** How the server under measurement is set: quiet, at the highest rate, and profiled where that is asked for. */
export function serverEnv({ profile }: Pick<BenchOptions, "profile">): Record<string, string> {
  return {
    PARLEY_LOG_LEVEL: "warn",
    PARLEY_MESSAGES_PER_SECOND: String(messagesPerSecond),
    ...(profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` }),
  };
}
