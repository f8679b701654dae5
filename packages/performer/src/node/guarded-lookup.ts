import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";

/** Finds the addresses of a name; rejects when there are none. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>;

/** Says why an address is off limits; undefined when it is not. */
export type ForbidAddress = (address: string) => string | undefined;

/** As the system resolves it. */
export const resolveBySystem: ResolveName = (name) => lookup(name, { all: true });

/** A name leads where we do not go. */
export class ForbiddenNameError extends Error {
  override readonly name = "ForbiddenNameError";
}

/**
 * How a socket finds the addresses of a name: it connects to one of those that were looked at, so that a name which resolves to another address a
 * moment later (DNS rebinding) gains nothing by it. One forbidden address among several forbids the name.
 */
export function guardedLookup(resolve: ResolveName, forbid: ForbidAddress): LookupFunction {
  return (name, { all = false }, callback) => {
    findAllowed(name, resolve, forbid).then(
      ([first, ...others]) => (all ? callback(null, [first, ...others]) : callback(null, first.address, first.family)),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ""),
    );
  };
}

async function findAllowed(
  name: string,
  resolve: ResolveName,
  forbid: ForbidAddress,
): Promise<[LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await resolve(name);
  if (first === undefined) throw new Error(`${name} has no address`);
  const forbidden = [first, ...others].map(({ address }) => forbid(address)).find((why) => why !== undefined);
  if (forbidden !== undefined) throw new ForbiddenNameError(forbidden);
  return [first, ...others];
}
