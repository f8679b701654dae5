import { StoreError } from "../store.ts";
import type { Connection } from "./connection.ts";

/** A connection that knows how it is. */
export type HealthyConnection = Connection & { readonly checkHealth: () => Promise<void> };

/**
 * Watches how the calls of a connection end.
 *
 * 1. Once a call has met damage, no later one is run, and the close does not count as clean: what a damaged page led to must not be
 *    written, and the next start reads every page.
 * 2. After another failure, only a write that succeeds shows that writes succeed again.
 */
export function watchHealth(connection: Connection): HealthyConnection {
  let damage: StoreError | undefined;
  let hasFailed = false;

  const run: Connection["run"] = async (units) => {
    if (damage) throw damage;
    try {
      return await connection.run(units);
    } catch (error) {
      hasFailed = true;
      if (error instanceof StoreError && error.code === "corrupt") damage ??= error;
      throw error;
    }
  };

  return {
    ...connection,
    run,
    checkHealth: async () => {
      if (!hasFailed) return void (await run([[["nextTimer"]]]));
      await run([[["writeProbe"]]]);
      await run([[["removeProbe"]]]);
      hasFailed = false;
    },
    close: (isClean) => connection.close(isClean && damage === undefined),
  };
}
