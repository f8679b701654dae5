import type { DrawnFlow } from "@parley/testing";
import { describe, expect, test } from "vitest";
import { chat, createTestPreview, greeting, stands, start } from "./preview.test-support.ts";

const hour = 60 * 60 * 1000;

describe("It is true of a preview that", () => {
  test("it greets, takes the reply, and knows the variables", async () => {
    const story = createTestPreview(greeting("delivery"));
    await story.preview.write("Hi");
    expect(chat(story)).toEqual(["in Hi (delivered)", "out Hello (read)"]);
    expect(stands(story)).toEqual(["n4 live"]);
    expect(story.preview.state().conversations[0]?.variables).toEqual({ choice: "nothing yet" });
    await story.preview.write("Blue");
    expect(stands(story)).toEqual(["n5 ended success"]);
    expect(story.preview.state().conversations[0]?.variables).toEqual({ choice: "Blue" });
  });

  test("it says what it waits for and how long, and skips to it", async () => {
    const story = createTestPreview(greeting());
    await story.preview.write("Hi");
    const { next, now } = story.preview.state();
    expect(next).toEqual({ type: "timer", nodeId: "n4", at: now + 300_000 });
    await story.preview.skipToNext();
    expect(story.preview.state().now).toBe(now + 300_000);
    expect(stands(story)).toEqual(["n6 ended too late"]);
    expect(story.preview.state().next).toBeUndefined();
    await story.preview.skipToNext();
    expect(story.preview.state().now).toBe(now + 300_000);
  });

  test("receipts come as far as is asked, and by hand whatever was asked", async () => {
    const story = createTestPreview(greeting("read"));
    story.preview.setReceipts("delivered");
    await story.preview.write("Hi");
    expect(chat(story)).toEqual(["in Hi (delivered)", "out Hello (delivered)"]);
    expect(stands(story)).toEqual(["n3 live"]);
    await story.preview.report(story.preview.state().entries.at(-1)?.id ?? "", "read");
    expect(chat(story).at(-1)).toBe("out Hello (read)");
    expect(stands(story)).toEqual(["n4 live"]);
  });

  test("a receipt that never comes ends in the timeout", async () => {
    const story = createTestPreview(greeting("submit"));
    story.preview.setReceipts("none");
    await story.preview.write("Hi");
    expect(chat(story).at(-1)).toBe("out Hello (pending)");
    await story.preview.skip(59_999);
    expect(stands(story)).toEqual(["n3 live"]);
    await story.preview.skip(1);
    expect(stands(story)).toEqual(["n6 ended too late"]);
  });

  test.each([
    [131026, "n8 ended undelivered"],
    [131049, "n7 ended policy"],
    [131009, "n9 ended failed"],
  ] as const)(
    "a send that is to fail with %d does, whatever receipts come by themselves, and the one after it does not",
    async (code, end) => {
      for (const receipts of ["none", "sent", "delivered", "read"] as const) {
        const story = createTestPreview(greeting("delivery"));
        story.preview.setReceipts(receipts);
        story.preview.failNextSend(code);
        expect(story.preview.state().failure).toBe(code);
        await story.preview.write("Hi");
        expect(stands(story)).toEqual([end]);
        expect(story.preview.state().failure).toBeUndefined();
        await story.preview.write("Again");
        expect(chat(story).at(-1)).toBe(`out Hello (${receipts === "none" ? "pending" : receipts})`);
      }
    },
  );

  test("a message that was refused is not on the phone", async () => {
    const story = createTestPreview(greeting());
    story.preview.failNextSend(131049);
    await story.preview.write("Hi");
    expect(chat(story)).toEqual(["in Hi (delivered)"]);
  });

  test("a send that is refused for the moment is tried again, and says when", async () => {
    const story = createTestPreview(greeting());
    story.preview.failNextSend(130429);
    await story.preview.write("Hi");
    const { next, now } = story.preview.state();
    expect(next).toMatchObject({ type: "retry", nodeId: "n3" });
    expect(next?.at).toBeGreaterThan(now);
    await story.preview.skipToNext();
    expect(chat(story).at(-1)).toBe("out Hello (read)");
  });

  test("the session window closes a day after the person wrote", async () => {
    const late: DrawnFlow = {
      nodes: [
        start,
        { id: "n3", type: "delay", config: { seconds: 86_400 } },
        { id: "n4", type: "whatsapp", config: { message: { type: "text", body: "Hello" } } },
        { id: "n5", type: "end", config: { result: "policy" } },
      ],
      edges: ["n2 onBegin n3", "n3 onTimeout n4", "n4 onPolicyFail n5"],
    };
    const story = createTestPreview(late);
    expect(story.preview.state().windowClosesAt).toBeUndefined();
    await story.preview.write("Hi");
    expect(story.preview.state().windowClosesAt).toBe(story.preview.state().now + 24 * hour);
    await story.preview.skip(24 * hour);
    expect(stands(story)).toEqual(["n5 ended policy"]);
    expect(chat(story)).toEqual(["in Hi (delivered)"]);
  });

  test("what is asked for while something happens waits for it", async () => {
    const story = createTestPreview(greeting());
    await Promise.all([story.preview.write("Hi"), story.preview.skip(299_999), story.preview.write("Blue")]);
    expect(stands(story)).toEqual(["n5 ended success"]);
  });

  test("it tells of every new state, and a state never changes", async () => {
    const story = createTestPreview(greeting());
    const before = story.preview.state();
    let told = 0;
    const stop = story.preview.subscribe(() => (told += 1));
    await story.preview.write("Hi");
    expect(told).toBe(1);
    expect(before.entries).toEqual([]);
    expect(story.preview.state()).not.toBe(before);
    stop();
    await story.preview.write("Blue");
    expect(told).toBe(1);
  });

  test("the latest thousand steps are kept", async () => {
    const loop = createTestPreview({
      nodes: [start, { id: "n3", type: "delay", config: { seconds: 1 } }],
      edges: ["n2 onBegin n3", "n3 onTimeout n3"],
    });
    for (const text of ["Hi", "Once more"]) {
      await loop.preview.write(text);
      await loop.preview.skip(hour);
    }
    const { conversations, steps } = loop.preview.state();
    expect(conversations.map(({ status, result }) => `${status} ${result}`)).toEqual(["ended error", "ended error"]);
    expect(steps).toHaveLength(1_000);
    expect(steps[0]?.number).toBeGreaterThan(1);
    expect(steps.at(-1)?.entries.at(-1)?.type).toBe("ended");
  });

  test("a skip that would take too long stops on its way, and the next goes on", async () => {
    const story = createTestPreview(greeting());
    const { now: before } = story.preview.state();
    await story.preview.skip(3 * 365 * 24 * hour);
    const { now } = story.preview.state();
    expect(now).toBeGreaterThan(before + 365 * 24 * hour);
    expect(now).toBeLessThan(before + 3 * 365 * 24 * hour);
    await story.preview.skip(hour);
    expect(story.preview.state().now).toBe(now + hour);
  });
});
