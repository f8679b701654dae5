import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { load, parkedReceipt } from "./sample-rows.ts";

/** Receipts that came before their send was known. */
export function describeReceipts(testStore: TestStore): void {
  testStore("keeps all receipts of a message in the order in which they were parked", async (store) => {
    const read = parkedReceipt("wamid.a", { receipt: { messageId: "wamid.a", status: "read", at: 1 } });
    await store.commit([
      { parkReceipts: [read, parkedReceipt("wamid.b")] },
      { parkReceipts: [parkedReceipt("wamid.a")] },
    ]);
    const { parkedReceipts } = await load(store, { messageIds: ["wamid.a"] });
    expect(parkedReceipts).toEqual([read, parkedReceipt("wamid.a")]);
  });

  testStore("gives up all receipts of a message at once, and no others", async (store) => {
    const ids = ["wamid.a", "wamid.a", "wamid.b"];
    await store.commit([{ parkReceipts: ids.map((id) => parkedReceipt(id)) }]);
    await store.commit([{ unparkReceipts: ["wamid.a", "wamid.unknown"] }]);
    const { parkedReceipts } = await load(store, { messageIds: ["wamid.a", "wamid.b"] });
    expect(parkedReceipts).toEqual([parkedReceipt("wamid.b")]);
  });

  testStore("parks a receipt whose message the same unit clears", async (store) => {
    await store.commit([{ parkReceipts: [parkedReceipt("wamid.a")] }]);
    const later = parkedReceipt("wamid.a", { parkedAt: 9_000 });
    await store.commit([{ parkReceipts: [later], unparkReceipts: ["wamid.a"] }]);
    expect((await load(store, { messageIds: ["wamid.a"] })).parkedReceipts).toEqual([later]);
  });
}
