import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { app, connection } from "./sample-rows.ts";

/** Connections and apps. */
export function describeSettings(testStore: TestStore): void {
  testStore("inserts connections, replaces them, and lists them by id", async ({ settings }) => {
    expect(await settings.listConnections()).toEqual([]);
    for (const id of ["b", "a"]) await settings.saveConnection(connection(id));
    await settings.saveConnection(connection("b", "sealed anew"));
    expect(await settings.listConnections()).toEqual([connection("a"), connection("b", "sealed anew")]);
  });

  testStore("inserts apps, replaces them, and lists them by id", async ({ settings }) => {
    expect(await settings.listApps()).toEqual([]);
    for (const id of ["b", "a"]) await settings.saveApp(app(id));
    const changed = app("a", { settings: { messagesPerSecond: 1_000, ambiguous: "dead-letter" } });
    await settings.saveApp(changed);
    expect(await settings.listApps()).toEqual([changed, app("b")]);
  });
}
