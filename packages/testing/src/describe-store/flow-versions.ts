import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { flow } from "./sample-rows.ts";

/** Flows as they are made live. */
export function describeFlowVersions(testStore: TestStore): void {
  testStore("counts the versions of a flow up from 1, and changes none of them", async ({ flows }) => {
    const make = (name: string, at: number) =>
      flows.makeLive({ flow: flow("a", { name }), comment: `As ${name}`, appIds: null, at });
    expect([await make("one", 1), await make("two", 2)]).toEqual([1, 2]);
    expect(await Promise.all([make("three", 3), make("four", 4)])).toEqual([3, 4]);
    expect(await flows.makeLive({ flow: flow("b"), comment: "", appIds: null, at: 5 })).toBe(1);
    expect(await flows.listVersions("a")).toEqual(
      ["one", "two", "three", "four"].map((name, index) => ({
        version: index + 1,
        comment: `As ${name}`,
        createdAt: index + 1,
        appIds: null,
      })),
    );
    expect(await flows.getVersion("a", 1)).toEqual(flow("a", { name: "one" }));
    expect(await flows.getVersion("a", 4)).toEqual(flow("a", { name: "four" }));
  });

  testStore("has no version of a flow that was never made live", async ({ flows }) => {
    await flows.saveDraft({ draft: flow("a"), expectedRevision: 0, at: 1 });
    await flows.makeLive({ flow: flow("b"), comment: "", appIds: null, at: 1 });
    expect(await flows.listVersions("a")).toEqual([]);
    for (const version of [0, 1, 2]) expect(await flows.getVersion("a", version)).toBeUndefined();
    for (const version of [0, 2]) expect(await flows.getVersion("b", version)).toBeUndefined();
  });

  testStore("lists the live version of each flow, with the apps it is for", async ({ flows }) => {
    expect(await flows.listLive()).toEqual([]);
    await flows.makeLive({ flow: flow("b"), comment: "", appIds: null, at: 1 });
    await flows.makeLive({ flow: flow("a"), comment: "", appIds: null, at: 2 });
    const second = flow("a", { name: "Second" });
    await flows.makeLive({ flow: second, comment: "", appIds: ["app-1", "app-2"], at: 3 });
    expect(await flows.listLive()).toEqual([
      { flow: second, version: 2, appIds: ["app-1", "app-2"] },
      { flow: flow("b"), version: 1, appIds: null },
    ]);
    await flows.makeLive({ flow: second, comment: "", appIds: [], at: 4 });
    expect((await flows.listLive())[0]).toEqual({ flow: second, version: 3, appIds: [] });
  });

  testStore("knows of a version whose content it has again, and of the apps it is for", async ({ flows }) => {
    await flows.makeLive({ flow: flow("a", { name: "First" }), comment: "", appIds: ["app-1"], at: 1 });
    await flows.makeLive({ flow: flow("a", { name: "Second" }), comment: "", appIds: null, at: 2 });
    const again = flow("a", { name: "First" });
    expect(await flows.makeLive({ flow: again, comment: "Back", appIds: ["app-1"], fromVersion: 1, at: 3 })).toBe(3);
    expect(await flows.listVersions("a")).toEqual([
      { version: 1, comment: "", createdAt: 1, appIds: ["app-1"] },
      { version: 2, comment: "", createdAt: 2, appIds: null },
      { version: 3, comment: "Back", createdAt: 3, appIds: ["app-1"], fromVersion: 1 },
    ]);
    expect(await flows.listLive()).toEqual([{ flow: again, version: 3, appIds: ["app-1"] }]);
  });
}
