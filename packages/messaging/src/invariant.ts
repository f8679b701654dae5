/** Thrown when this code is wrong, never because of input or the world. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** States what must hold if the code is right. Throws `InvariantError` when it does not. */
export function invariant(condition: unknown, statement: string): asserts condition {
  if (!condition) throw new InvariantError(`It does not hold that ${statement}.`);
}

/** Proves to the compiler that a closed union has been handled in full. */
export function assertNever(value: never): never {
  throw new InvariantError(`No case handles ${JSON.stringify(value)}.`);
}
