import { describe, expect, test } from "vitest";
import { StoreError } from "../store.ts";
import type { Connection } from "./connection.ts";
import { watchHealth } from "./health.ts";

/** A connection whose calls fail as they are told, what was asked of it, and whether its close was clean. */
function createConnection() {
  const said = { asked: [] as string[], failure: undefined as StoreError | undefined, wasClean: undefined as unknown };
  const connection: Connection = {
    wasClosedCleanly: true,
    run: async (units) => {
      said.asked.push(...units.flat().map(([name]) => name));
      if (said.failure) throw said.failure;
      return units.map(() => []);
    },
    copy: async () => {},
    close: async (isClean) => void (said.wasClean = isClean),
  };
  return { said, connection: watchHealth(connection) };
}

describe("It is true that the health of a connection", () => {
  test("is good without writing while no call has failed", async () => {
    const { said, connection } = createConnection();
    await connection.checkHealth();
    expect(said.asked).toEqual(["nextTimer"]);
    await connection.close(true);
    expect(said.wasClean).toBe(true);
  });

  test("is bad after a failure until a write succeeds (2)", async () => {
    const { said, connection } = createConnection();
    said.failure = new StoreError("full", "");
    await expect(connection.run([[["nextTimer"]]])).rejects.toMatchObject({ code: "full" });
    await expect(connection.checkHealth()).rejects.toMatchObject({ code: "full" });
    said.failure = undefined;
    await connection.checkHealth();
    await connection.checkHealth();
    expect(said.asked).toEqual(["nextTimer", "writeProbe", "writeProbe", "removeProbe", "nextTimer"]);
    await connection.close(true);
    expect(said.wasClean).toBe(true);
  });

  test("is bad for ever once damage was found, and nothing is asked any more (1)", async () => {
    const { said, connection } = createConnection();
    said.failure = new StoreError("corrupt", "");
    await expect(connection.run([[["nextTimer"]]])).rejects.toMatchObject({ code: "corrupt" });
    said.failure = undefined;
    await expect(connection.run([[["nextTimer"]]])).rejects.toMatchObject({ code: "corrupt" });
    await expect(connection.checkHealth()).rejects.toMatchObject({ code: "corrupt" });
    expect(said.asked).toEqual(["nextTimer"]);
    await connection.close(true);
    expect(said.wasClean).toBe(false);
  });
});
