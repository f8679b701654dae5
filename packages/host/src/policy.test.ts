import { describe, expect, test } from "vitest";
import type { Thread } from "@parley/store";
import { createMemoryStore } from "@parley/testing";
import { refusalOf } from "./policy.ts";
import { sendRow } from "./send-row.test-support.ts";

const hour = 3_600_000;
const now = Date.UTC(2026, 0, 2);

/** A store that knows threads by these identities on the app `main`. */
async function storeOf(...threads: readonly (Partial<Thread> & { readonly identities: readonly string[] })[]) {
  const store = createMemoryStore();
  await store.commit(
    threads.map(({ identities, ...rest }, index) => {
      const state: Thread = { id: `t${index}`, appId: "main", contact: {}, conversationCount: 0, live: [], ...rest };
      const aliases = identities.map((identity) => ({ appId: state.appId, identity, threadId: state.id }));
      return { thread: { expectedRevision: 0, state }, aliases };
    }),
  );
  return store;
}

function rowWith(request: object) {
  const row = sendRow();
  return { ...row, request: { ...row.request, ...request } };
}

describe("expiry", () => {
  test.each([
    [now + 1, undefined],
    [now, "7705"],
    [now - 1, "7705"],
  ])("at %d refuses with %s", async (expiresAt, code) => {
    const facts = { now, lastInboundAt: now, store: createMemoryStore() };
    expect((await refusalOf(rowWith({ expiresAt }), facts))?.code).toBe(code);
  });
});

describe("the session window", () => {
  test("is open by what is known, without reading", async () => {
    const store = createMemoryStore();
    await store.close();
    expect(await refusalOf(sendRow(), { now, lastInboundAt: now - 24 * hour + 1, store })).toBeUndefined();
  });

  test("is read where what is known does not open it", async () => {
    const store = await storeOf({ identities: ["wa:31612345678"], lastInboundAt: now - hour });
    expect(await refusalOf(sendRow(), { now, lastInboundAt: now - 30 * hour, store })).toBeUndefined();
    expect(await refusalOf(sendRow(), { now, lastInboundAt: undefined, store })).toBeUndefined();
  });

  test("is closed 24 hours after the last message, and the refusal says since when", async () => {
    const store = await storeOf({ identities: ["wa:31612345678"], lastInboundAt: now - 24 * hour });
    expect(await refusalOf(sendRow(), { now, lastInboundAt: undefined, store })).toEqual({
      code: "7710",
      sentence: "The 24-hour session window is closed: the contact last wrote at 2026-01-01T00:00:00.000Z.",
    });
  });

  test("is closed for a contact who never wrote", async () => {
    const store = await storeOf({ identities: ["wa:31612345678"] });
    const refusal = await refusalOf(sendRow(), { now, lastInboundAt: undefined, store });
    expect(refusal?.sentence).toBe("The 24-hour session window is closed: the contact has never written.");
  });

  test("counts from the latest message under either identity", async () => {
    const store = await storeOf(
      { identities: ["wa:31612345678"], lastInboundAt: now - 30 * hour },
      { identities: ["bs:NL.1"], lastInboundAt: now - hour },
    );
    const both = rowWith({ to: { waId: "31612345678", bsuid: "NL.1" } });
    expect(await refusalOf(both, { now, lastInboundAt: undefined, store })).toBeUndefined();
    expect(await refusalOf(sendRow(), { now, lastInboundAt: undefined, store })).toMatchObject({ code: "7710" });
  });

  test("is another on another app", async () => {
    const store = await storeOf({ identities: ["wa:31612345678"], lastInboundAt: now });
    const elsewhere = sendRow({ appId: "other" });
    expect(await refusalOf(elsewhere, { now, lastInboundAt: undefined, store })).toMatchObject({ code: "7710" });
  });

  test("cannot be asked while the store fails", async () => {
    const store = createMemoryStore();
    await store.close();
    await expect(refusalOf(sendRow(), { now, lastInboundAt: undefined, store })).rejects.toThrow("closed");
  });
});
