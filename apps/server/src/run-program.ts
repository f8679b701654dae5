import { StoreError } from "@parley/store";
import { ConfigError } from "./config.ts";
import { StartError } from "./start-error.ts";

/** Runs a program for people: what they can mend is said in a sentence; anything else is a fault of ours and is shown with its stack. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    // What is written holds people's messages: it is for its own user alone.
    process.umask(0o077);
    await main();
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof StartError) return error.message;
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return `${error.message} See --help.`;
  if (!("syscall" in error && error.syscall === "listen")) return undefined;
  return `${error.message}. Stop what listens there, or choose another PARLEY_PORT or PARLEY_SIMULATOR_PORT.`;
}
