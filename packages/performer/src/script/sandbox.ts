import type { QuickJSHandle } from "quickjs-emscripten-core";
import { performerLimits } from "../limits.ts";
import type { Machine } from "./machine.ts";
import { type PreludeCall, prelude } from "./prelude.ts";
import { scriptName } from "./script-problem.ts";

/** Says how many milliseconds have gone since it was made. */
export type Stopwatch = () => number;

/** A value within a sandbox: nothing of it stands outside. */
export type Inside = QuickJSHandle;

/** Something given by a call into the sandbox: a text, or what was thrown there. */
export type Called = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly thrown: Inside };

/** One script's own interpreter and globals. */
export interface Sandbox {
  /** Runs a script; its value, or what it threw, is within. */
  run(script: string): { readonly isThrown: boolean; readonly value: Inside };
  /** What is wrong with a script's syntax; undefined when nothing is. */
  compile(script: string): Inside | undefined;
  call(name: PreludeCall, ...given: readonly (Inside | string)[]): Called;
  /** From now on what runs within may take so long; it cannot catch being stopped. */
  allow(ms: number, stopwatch: Stopwatch): void;
  /** Whether something was stopped because it took too long. */
  readonly wasStopped: boolean;
  /** Whether there is no memory left but the reserve. */
  isFull(): boolean;
  /** Gives back the memory that is kept so that even when all is used up it can still be said what happened. */
  useReserve(): void;
  /** Lets go of it. What was given out must not be used afterwards. */
  close(): void;
}

/** Makes a sandbox. Throws, as do its functions, where the machine itself breaks; then the machine is done with, and the sandbox is not to be closed. */
export function openSandbox(machine: Machine): Sandbox {
  const runtime = machine.newRuntime();
  runtime.setMaxStackSize(performerLimits.scriptStackBytes);
  const context = runtime.newContext();
  const kept: Inside[] = [];
  const keep = (handle: Inside): Inside => {
    kept.push(handle);
    return handle;
  };
  const reserve = context.unwrapResult(context.evalCode(`new ArrayBuffer(${performerLimits.reserveBytes})`));
  const inside = keep(context.unwrapResult(context.evalCode(prelude, "prelude.js")));
  let wasStopped = false;
  const useReserve = (): void => {
    if (reserve.alive) reserve.dispose();
  };
  return {
    run: (script) => {
      const result = context.evalCode(script, scriptName, { type: "global" });
      return { isThrown: result.error !== undefined, value: keep(result.error ?? result.value) };
    },
    compile: (script) => {
      const result = context.evalCode(script, scriptName, { type: "global", compileOnly: true });
      const handle = keep(result.error ?? result.value);
      return result.error === undefined ? undefined : handle;
    },
    call: (name, ...given) => {
      const values = [name, ...given].map((value) =>
        typeof value === "string" ? keep(context.newString(value)) : value,
      );
      const result = context.callFunction(inside, context.undefined, ...values);
      const handle = keep(result.error ?? result.value);
      return result.error === undefined ? { ok: true, text: context.getString(handle) } : { ok: false, thrown: handle };
    },
    allow: (ms, stopwatch) => {
      runtime.setInterruptHandler(() => {
        wasStopped ||= stopwatch() > ms;
        return wasStopped;
      });
    },
    get wasStopped() {
      return wasStopped;
    },
    isFull: () => {
      const result = context.evalCode(`new ArrayBuffer(${performerLimits.reserveBytes})`);
      (result.error ?? result.value).dispose();
      return result.error !== undefined;
    },
    useReserve,
    close: () => {
      useReserve();
      for (const handle of kept) handle.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}
