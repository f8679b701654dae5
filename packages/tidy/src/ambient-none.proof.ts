/**
 * Compiled with the ambient-free entries, and only with them: should a dependency's types bring Node's or the browser's along, one of
 * these lines is no error any more, and that is an error.
 */
// @ts-expect-error Node's modules are not here.
import "node:fs";

export const absent = [
  // @ts-expect-error Node's process is not here.
  () => process,
  // @ts-expect-error Node's Buffer is not here.
  () => Buffer,
  // @ts-expect-error Timers are not here.
  () => setTimeout,
  // @ts-expect-error The console is not here.
  () => console,
  // @ts-expect-error The network is not here.
  () => fetch,
  // @ts-expect-error Chance is not here.
  () => crypto,
  // @ts-expect-error The browser is not here.
  () => document,
];
