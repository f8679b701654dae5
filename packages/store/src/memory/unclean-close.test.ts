import { describe, expect, it } from "vitest";
import { createMemoryData, createMemoryStore } from "./index.ts";

describe("It is true that a close after a crash", () => {
  it("counts as clean only once what was left in doubt is recorded", async () => {
    const data = createMemoryData();
    createMemoryStore({ data });

    const failedStart = createMemoryStore({ data });
    expect(failedStart.wasClosedCleanly).toBe(false);
    await failedStart.close();

    const nextStart = createMemoryStore({ data });
    expect(nextStart.wasClosedCleanly).toBe(false);
    await nextStart.markRecovered();
    await nextStart.close();

    expect(createMemoryStore({ data }).wasClosedCleanly).toBe(true);
  });
});
