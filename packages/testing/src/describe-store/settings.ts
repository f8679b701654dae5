import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { inboundWebhook, template } from "./sample-records.ts";
import { app, connection, send } from "./sample-rows.ts";

/** Connections, apps and endpoints. */
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

  testStore("keeps what a connection is called and whose account it is", async ({ settings }) => {
    const named = { ...connection("a"), name: "Shop", businessAccountId: "102290129340398" };
    await settings.saveConnection(named);
    expect(await settings.listConnections()).toEqual([named]);
  });

  testStore("inserts inbound webhooks, replaces them, and lists them by id", async ({ settings }) => {
    expect(await settings.listInboundWebhooks()).toEqual([]);
    for (const id of ["b", "a"]) await settings.saveInboundWebhook(inboundWebhook(id));
    const changed = inboundWebhook("b", { auth: "signature-sha256", sealedSecret: "sealed anew" });
    await settings.saveInboundWebhook(changed);
    expect(await settings.listInboundWebhooks()).toEqual([inboundWebhook("a"), changed]);
  });

  testStore("removes connections, apps and inbound webhooks, one at a time", async ({ settings }) => {
    for (const id of ["a", "b"]) {
      await settings.saveConnection(connection(id));
      await settings.saveApp(app(id));
      await settings.saveInboundWebhook(inboundWebhook(id));
    }
    const removals = [settings.removeConnection, settings.removeApp, settings.removeInboundWebhook];
    for (const remove of removals) {
      expect(await remove("c")).toBe(false);
      expect(await remove("a")).toBe(true);
      expect(await remove("a")).toBe(false);
    }
    expect(await settings.listConnections()).toEqual([connection("b")]);
    expect(await settings.listApps()).toEqual([app("b")]);
    expect(await settings.listInboundWebhooks()).toEqual([inboundWebhook("b")]);
  });

  testStore("removes an app's templates with it, and nothing that it sent", async (store) => {
    for (const id of ["app-1", "app-2"]) await store.settings.saveApp(app(id));
    const kept = template("order", "en", { appId: "app-2" });
    await store.templates.save([template("order", "en"), kept]);
    await store.commit([{ sends: [send("a")] }]);
    expect(await store.settings.removeApp("app-1")).toBe(true);
    expect([await store.templates.list("app-1"), await store.templates.list("app-2")]).toEqual([[], [kept]]);
    expect(await store.queuedSends({ after: 0, limit: 10 })).toEqual([send("a")]);
    await store.templates.save([template("order", "en")]);
    expect(await store.settings.removeApp("app-1")).toBe(false);
    expect(await store.templates.list("app-1")).toHaveLength(1);
  });
}
