import { describe, expect, test } from "vitest";
import { createMemoryStore } from "@parley/testing";
import { createCompiledFlows } from "./compiled-flows.ts";
import { flowOf, hear } from "./flow.test-support.ts";
import { silentLog } from "./host-log.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

/** A flow of so many nodes, Start and End included. */
const flowWith = (id: string, nodes: number) =>
  flowOf(
    id,
    Array.from({ length: nodes - 2 }, () => hear()),
  );

/** Flows over a store that counts which versions are read. */
function openFlows(maxNodes?: number) {
  const read: string[] = [];
  const alerts: string[] = [];
  const store = createMemoryStore();
  const counted = {
    ...store,
    flows: {
      ...store.flows,
      getVersion: (id: string, version: number) => {
        read.push(`${id}@${version}`);
        return store.flows.getVersion(id, version);
      },
    },
  };
  const log = { ...silentLog, alert: ({ sentence }: { sentence: string }) => void alerts.push(sentence) };
  const flows = createCompiledFlows({ store: counted, log, ...(maxNodes === undefined ? {} : { maxNodes }) });
  const makeLive = (flow: ReturnType<typeof flowWith>, appIds: string[] | null = null) =>
    store.flows.makeLive({ flow, comment: "", appIds, at: 0 });
  const use = (...wanted: string[]) =>
    flows.atHand(wanted.map((one) => ({ flowId: one.split("@")[0] ?? "", flowVersion: Number(one.split("@")[1]) })));
  return { flows, store, read, alerts, makeLive, use };
}

describe("live flows", () => {
  test("are those of the last reload, in order of their ids, on their apps", async () => {
    const { flows, makeLive, use } = openFlows();
    await makeLive(flowWith("b", 3));
    await makeLive(flowWith("a", 3), ["main"]);
    expect((await use()).startingOn("main")).toEqual([]);
    await flows.reload();
    const ids = async (appId: string) => (await use()).startingOn(appId).map(({ compiled }) => compiled.flow.id);
    expect([await ids("main"), await ids("other")]).toEqual([["a", "b"], ["b"]]);
  });

  test("are compiled once for all reloads", async () => {
    const { flows, makeLive, use } = openFlows();
    await makeLive(flowWith("a", 3));
    await flows.reload();
    const [before] = (await use()).startingOn("main");
    await makeLive(flowWith("b", 3));
    await flows.reload();
    const [after] = (await use()).startingOn("main");
    expect(after?.compiled).toBe(before?.compiled);
  });

  test("are at hand without reading, and so are the versions that were live", async () => {
    const { flows, makeLive, use, read } = openFlows();
    await makeLive(flowWith("a", 3));
    await flows.reload();
    await makeLive(flowWith("a", 4));
    await flows.reload();
    const hand = await use("a@1", "a@2");
    expect(hand.get("a", 1).nodes.size).toBe(3);
    expect(hand.get("a", 2).nodes.size).toBe(4);
    expect(read).toEqual([]);
  });

  test("that were read later are not replaced by an earlier reading that comes late", async () => {
    const store = createMemoryStore();
    let isOpen = (): void => {};
    const gates: (Promise<void> | undefined)[] = [new Promise((resolve) => (isOpen = resolve))];
    const late = {
      ...store,
      flows: {
        ...store.flows,
        listLive: async () => {
          const live = await store.flows.listLive();
          await gates.shift();
          return live;
        },
      },
    };
    const flows = createCompiledFlows({ store: late, log: silentLog });
    const first = flows.reload();
    await store.flows.makeLive({ flow: flowWith("a", 3), comment: "", appIds: null, at: 0 });
    const second = flows.reload();
    await new Promise((resolve) => setImmediate(resolve));
    isOpen();
    await Promise.all([first, second]);
    expect((await flows.atHand([])).startingOn("main")).toHaveLength(1);
  });

  test("can be read again after the store failed", async () => {
    const store = createMemoryStore();
    await store.flows.makeLive({ flow: flowWith("a", 3), comment: "", appIds: null, at: 0 });
    const failing = interferedStore(store, (_, call) => (call === 1 ? diskFull() : undefined));
    const flows = createCompiledFlows({ store: failing, log: silentLog });
    await expect(flows.reload()).rejects.toThrow("full");
    await flows.reload();
    expect((await flows.atHand([])).startingOn("main")).toHaveLength(1);
  });

  test("that do not compile are passed over with an alert", async () => {
    const { flows, makeLive, use, alerts } = openFlows();
    const broken = { ...flowWith("a", 3), nodes: [] };
    await makeLive(broken);
    await makeLive(flowWith("b", 3));
    await flows.reload();
    expect((await use()).startingOn("main").map(({ compiled }) => compiled.flow.id)).toEqual(["b"]);
    expect(alerts).toEqual(["Version 1 of flow a does not compile."]);
  });
});

describe("older versions", () => {
  test("are read once while there is room", async () => {
    const { makeLive, use, read } = openFlows();
    await makeLive(flowWith("a", 3));
    await use("a@1", "a@1");
    const hand = await use("a@1");
    expect(hand.get("a", 1).version).toBe(1);
    expect(read).toEqual(["a@1"]);
  });

  test("go when there are too many nodes, what was used longest ago first", async () => {
    const { makeLive, use, read } = openFlows(10);
    for (const id of ["a", "b", "c"]) await makeLive(flowWith(id, 4));
    await use("a@1");
    await use("b@1");
    await use("a@1");
    await use("c@1");
    await use("a@1", "c@1");
    expect(read).toEqual(["a@1", "b@1", "c@1"]);
    await use("b@1");
    expect(read).toEqual(["a@1", "b@1", "c@1", "b@1"]);
  });

  test("stay at hand for their batch, although there is no room for all of them", async () => {
    const { makeLive, use } = openFlows(5);
    for (const id of ["a", "b", "c"]) await makeLive(flowWith(id, 4));
    const hand = await use("a@1", "b@1", "c@1");
    expect(["a", "b", "c"].map((id) => hand.get(id, 1).flow.id)).toEqual(["a", "b", "c"]);
  });

  test("that are larger than all the room are kept until another comes", async () => {
    const { makeLive, use, read } = openFlows(5);
    await makeLive(flowWith("a", 9));
    await use("a@1");
    await use("a@1");
    expect(read).toEqual(["a@1"]);
  });

  test("that are not stored cannot be had", async () => {
    const { makeLive, use } = openFlows();
    await makeLive(flowWith("a", 3));
    const hand = await use("a@1", "a@2", "b@1");
    expect(() => hand.get("a", 2)).toThrow("version 2 of flow a, which a conversation is pinned to, can be had");
    expect(() => hand.get("b", 1)).toThrow("version 1 of flow b");
  });
});
