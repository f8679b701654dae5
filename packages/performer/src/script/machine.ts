import variant from "@jitl/quickjs-singlefile-browser-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";

/*
 * QuickJS as WebAssembly (quickjs-emscripten): an interpreter of its own, whose scripts see no object of ours and no function that leads outside. Of its
 * variants the one that holds the WebAssembly within its JavaScript is taken, since it loads alike in Node and in a browser, from the files that the
 * build makes anyway; and Bellard's QuickJS, not QuickJS-NG, since its syntax errors name their columns.
 *
 * Its own limit of memory does not hold: built by Emscripten it cannot ask how large a piece is, and counts a few bytes for each. The limit is therefore that of
 * the WebAssembly's memory, which cannot be passed whatever runs within, and there is a machine for each size.
 */

/** What sandboxes are made in, one after another. */
export type Machine = QuickJSWASMModule;

const pageBytes = 64 * 1024;
/** What the WebAssembly demands to begin with. */
const leastPages = 256;
/** What it has before anything runs in it: its stack of 5 MB, its data, an interpreter with all its globals. */
const ownBytes = 5.5 * 1024 * 1024;

/** Makes a machine of which scripts can have so much memory. */
export async function makeMachine(memoryBytes: number): Promise<Machine> {
  const pages = Math.ceil((memoryBytes + ownBytes) / pageBytes);
  const memory = new WebAssembly.Memory({ initial: leastPages, maximum: Math.max(pages, leastPages) });
  const machine = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: memory }));
  if (pages < leastPages) takeAway(machine, (leastPages - pages) * pageBytes);
  return machine;
}

/** Less than it begins with can be had by taking the rest away, for as long as it lasts. */
function takeAway(machine: Machine, bytes: number): void {
  const context = machine.newContext();
  context.unwrapResult(context.evalCode(`globalThis.taken = new ArrayBuffer(${bytes})`)).dispose();
}
