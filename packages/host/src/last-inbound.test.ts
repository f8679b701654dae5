import { expect, test } from "vitest";
import type { Thread } from "@parley/store";
import { LastInbound } from "./last-inbound.ts";
import { hostLimits } from "./limits.ts";

function thread(contact: Thread["contact"], lastInboundAt?: number): Thread {
  return { id: "t", appId: "main", contact, lastInboundAt, conversationCount: 0, live: [] };
}

test("a contact is known by either identity, on the app where they wrote", () => {
  const times = new LastInbound();
  times.remember(thread({ waId: "31612345678", bsuid: "NL.1" }, 7));
  expect(times.of("main", { waId: "31612345678" })).toBe(7);
  expect(times.of("main", { bsuid: "NL.1" })).toBe(7);
  expect(times.of("other", { bsuid: "NL.1" })).toBeUndefined();
  expect(times.of("main", { waId: "31600000000" })).toBeUndefined();
});

test("the latest time under either identity counts", () => {
  const times = new LastInbound();
  times.remember(thread({ waId: "31612345678" }, 7));
  times.remember(thread({ bsuid: "NL.1" }, 9));
  expect(times.of("main", { waId: "31612345678", bsuid: "NL.1" })).toBe(9);
});

test("a contact who never wrote leaves nothing to remember", () => {
  const times = new LastInbound();
  times.remember(thread({ waId: "31612345678" }));
  expect(times.of("main", { waId: "31612345678" })).toBeUndefined();
});

test("too many contacts are all forgotten", () => {
  const times = new LastInbound();
  const count = hostLimits.inboundTimes + 2;
  for (let index = 0; index < count; index += 1) times.remember(thread({ waId: String(10_000 + index) }, index));
  expect(times.of("main", { waId: "10000" })).toBeUndefined();
  expect(times.of("main", { waId: String(10_000 + count - 1) })).toBe(count - 1);
});
