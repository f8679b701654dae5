import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { template } from "./sample-records.ts";

/** The template registries of apps. */
export function describeTemplates(testStore: TestStore): void {
  testStore(
    "inserts templates, replaces them, and lists those of an app by name and language",
    async ({ templates }) => {
      expect(await templates.list("app-1")).toEqual([]);
      const elsewhere = template("order", "en", { appId: "app-2" });
      await templates.save([template("order", "nl"), template("welcome", "en"), template("order", "en"), elsewhere]);
      const approved = template("order", "nl", {
        status: "approved",
        providerId: "1259544702043867",
        updatedAt: 2_000,
      });
      await templates.save([approved]);
      expect(await templates.list("app-1")).toEqual([template("order", "en"), approved, template("welcome", "en")]);
      expect(await templates.list("app-2")).toEqual([elsewhere]);
      await templates.save([]);
    },
  );

  testStore("gives a template by app, name and language", async ({ templates }) => {
    await templates.save([template("order", "nl")]);
    expect(await templates.get("app-1", "order", "nl")).toEqual(template("order", "nl"));
    expect(await templates.get("app-1", "order", "en")).toBeUndefined();
    expect(await templates.get("app-2", "order", "nl")).toBeUndefined();
    expect(await templates.get("app-1", "nl", "order")).toBeUndefined();
  });

  testStore("removes one template and no other", async ({ templates }) => {
    await templates.save([template("order", "nl"), template("order", "en")]);
    expect(await templates.remove("app-2", "order", "nl")).toBe(false);
    expect(await templates.remove("app-1", "order", "nl")).toBe(true);
    expect(await templates.remove("app-1", "order", "nl")).toBe(false);
    expect(await templates.list("app-1")).toEqual([template("order", "en")]);
  });

  testStore("saves all templates of a call or none", async ({ templates }) => {
    const poisoned = template("poisoned", "en", { updatedAt: 1n as never });
    await expect(templates.save([template("order", "nl"), poisoned])).rejects.toThrow(/./);
    expect(await templates.list("app-1")).toEqual([]);
  });
}
