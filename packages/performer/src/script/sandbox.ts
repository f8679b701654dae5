import variant from "@jitl/quickjs-singlefile-browser-release-sync";
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
} from "quickjs-emscripten-core";
import { performerLimits } from "../limits.ts";
import { type PreludeCall, prelude } from "./prelude.ts";
import { scriptName } from "./script-problem.ts";

/*
 * QuickJS as WebAssembly (quickjs-emscripten): an interpreter of its own, whose scripts see no object of ours and no function that leads outside. Of its
 * variants the one that holds the WebAssembly within its JavaScript is taken, since it loads alike in Node and in a browser, from the files that the
 * build makes anyway; and Bellard's QuickJS, not QuickJS-NG, since its syntax errors name their columns.
 */

/** The machine that sandboxes are made in. */
export type Machine = QuickJSWASMModule;

/** Makes a machine with memory of its own. */
export function makeMachine(): Promise<Machine> {
  return newQuickJSWASMModuleFromVariant(variant);
}

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
  /** Lets go of it. What was given out must not be used afterwards. A sandbox in which anything threw past it is left alone, with its machine. */
  close(): void;
}

/** Makes a sandbox. Throws, as do its functions, where the machine itself breaks; then the machine is done with. */
export function openSandbox(machine: Machine, memoryBytes: number): Sandbox {
  const runtime = machine.newRuntime();
  runtime.setMaxStackSize(performerLimits.scriptStackBytes);
  const context = runtime.newContext();
  const kept: Inside[] = [];
  const keep = (handle: Inside): Inside => {
    kept.push(handle);
    return handle;
  };
  const harness = keep(context.unwrapResult(context.evalCode(prelude, "prelude.js")));
  runtime.setMemoryLimit(memoryBytes);
  let wasStopped = false;
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
      const result = context.callFunction(harness, context.undefined, ...values);
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
    close: () => close(runtime, context, kept),
  };
}

function close(runtime: QuickJSRuntime, context: QuickJSContext, kept: readonly Inside[]): void {
  for (const handle of kept) handle.dispose();
  context.dispose();
  runtime.dispose();
}
