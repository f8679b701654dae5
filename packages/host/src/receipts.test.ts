import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReceiptStatus } from "@parley/messaging";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";

const waiting = (waitFor: string) => flowOf("speaker", [say("Hello", { waitFor })]);
const passing = flowOf("speaker", [say("Hello"), hear()]);

/** The send's record in the first live conversation. */
function record(world: World) {
  return world.threads()[0]?.live[0]?.conversation.context.sends["n3"];
}

/** A gateway that answers when it is told to. */
function slowGateway() {
  const answers: (() => void)[] = [];
  return {
    answer: (request: { to: object }) =>
      new Promise<never>((resolve) => {
        answers.push(() => resolve({ type: "accepted", messageId: "w1", contact: request.to } as never));
      }),
    finish: () => answers.shift()?.(),
  };
}

describe("a receipt", () => {
  test("ends the wait for it, and a later one for the same send does no more", async () => {
    const world = await World.open({ flows: [waiting("delivery")] });
    await world.write("x");
    await world.receipt("submitted", "w1");
    expect(world.live()).toEqual(["speaker#1 n3:awaitingReceipt"]);
    await world.receipt("delivered", "w1");
    expect(world.results()).toEqual(["speaker#1 success"]);
  });

  test("that failed takes the way of a failed delivery", async () => {
    const world = await World.open({ flows: [waiting("delivery")] });
    await world.write("x");
    await world.receipt("failed", "w1");
    expect(world.journal().at(-1)).toBe("speaker#1 receipt-received failed n3.onDeliveryReportFail ended:error");
  });

  test("is recorded wherever the conversation stands", async () => {
    const world = await World.open({ flows: [passing] });
    await world.write("x");
    await world.receipt("delivered", "w1");
    expect(world.live()).toEqual(["speaker#1 n4"]);
    expect(record(world)).toMatchObject({ status: "delivered", messageId: "w1" });
    expect(world.sends()).toMatchObject([{ state: "accepted", status: "delivered" }]);
  });

  test("after the end reaches the row of the send alone, and the journal", async () => {
    const world = await World.open({ flows: [flowOf("speaker", [say("Hello")])] });
    await world.write("x");
    expect(world.results()).toEqual(["speaker#1 success"]);
    await world.receipt("read", "w1");
    expect(world.sends()).toMatchObject([{ state: "accepted", status: "read" }]);
    expect(world.journal().at(-1)).toBe("speaker#1 receipt-recorded read");
  });

  test("that comes twice changes nothing the second time", async () => {
    const world = await World.open({ flows: [passing] });
    await world.write("x");
    const event = world.receiptEvent("delivered", "w1");
    await world.host.deliver([event, event]);
    await world.host.deliver([event]);
    expect(world.journal().filter((line) => line.includes("receipt"))).toHaveLength(1);
  });

  test("for a message that is not ours is kept, and answers nobody", async () => {
    const world = await World.open({ flows: [passing] });
    await world.receipt("delivered", "w404");
    await world.receipt("delivered", "w405", "nobodys-key");
    expect(world.data.parkedReceipts.map(({ messageId }) => messageId)).toEqual(["w404", "w405"]);
    expect(world.journal()).toEqual([]);
  });

  test("for the first of two sends finds it after the second", async () => {
    const world = await World.open({ flows: [flowOf("speaker", [say("One"), say("Two"), hear()])] });
    await world.write("x");
    await world.receipt("read", "w1");
    await world.receipt("delivered", "w2");
    expect(world.sends().map(({ messageId, status }) => [messageId, status])).toEqual([
      ["w1", "read"],
      ["w2", "delivered"],
    ]);
  });
});

describe("a receipt before the gateway's answer", () => {
  test("with our id decides the send, and the answer does no more", async () => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [waiting("delivery")], answer });
    await world.write("x");
    const [key = ""] = world.sentKeys();
    await world.receipt("delivered", "w1", key);
    expect(world.results()).toEqual(["speaker#1 success"]);
    finish();
    await world.settle();
    expect(world.journal()).toEqual([
      "speaker#1 conversation-started m1 n2.onBegin",
      "speaker#1 send-accepted w1",
      "speaker#1 receipt-received delivered n3.onDeliveryReportSuccess ended:success",
    ]);
    expect(world.sends()).toMatchObject([{ state: "accepted", status: "delivered", messageId: "w1", attempts: 1 }]);
  });

  test("without our id is parked, and taken with the answer", async () => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [waiting("delivery")], answer });
    await world.write("x");
    await world.receipt("submitted", "w1");
    await world.receipt("delivered", "w1");
    expect(world.data.parkedReceipts).toHaveLength(2);
    finish();
    await world.settle();
    expect(world.results()).toEqual(["speaker#1 success"]);
    expect(world.data.parkedReceipts).toEqual([]);
  });

  test("is taken with the answer in one batch, and is parked no more", async () => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [waiting("delivery")], answer });
    await world.write("x");
    const delivering = world.host.deliver([world.message("y"), world.receiptEvent("delivered", "w1")]);
    finish();
    await delivering;
    await world.settle();
    expect(world.results()).toContain("speaker#1 success");
    expect(world.data.parkedReceipts).toEqual([]);
  });

  test("that failed makes the send fail", async () => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [waiting("read")], answer });
    await world.write("x");
    await world.receipt("failed", "w1", world.sentKeys()[0]);
    finish();
    await world.settle();
    expect(world.results()).toEqual(["speaker#1 error"]);
    expect(world.sends()).toMatchObject([{ state: "accepted", status: "failed" }]);
  });

  test("lets the thread's next send go", async () => {
    const { answer } = slowGateway();
    const second = flowOf("second", [say("Two"), hear()], { contains: ["two"], interrupts: true });
    const world = await World.open({ flows: [waiting("read"), second], answer });
    await world.write("x");
    await world.write("two");
    expect(world.sent()).toEqual(["31612345678 Hello"]);
    await world.receipt("submitted", "w1", world.sentKeys()[0]);
    expect(world.sent()).toEqual(["31612345678 Hello", "31612345678 Two"]);
  });
});

describe("receipts in any order", () => {
  const statuses: readonly ReceiptStatus[] = ["submitted", "delivered", "read"];
  /** Each possible order of three receipts, the answer among them at each place. */
  const orders = permutations(["answer", ...statuses]);

  test.each(orders.map((order) => [order.join(", "), order] as const))("%s: are recorded alike", async (_, order) => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [passing], answer });
    await world.write("x");
    for (const step of order) {
      if (step === "answer") finish();
      else await world.receipt(step as ReceiptStatus, "w1");
      await world.settle();
    }
    expect(record(world)).toMatchObject({ status: "read", messageId: "w1", code: "7502" });
    expect(Object.keys(record(world)?.reachedAt ?? {}).toSorted()).toEqual(["delivered", "read", "submitted"]);
    expect(world.sends()).toMatchObject([{ state: "accepted", status: "read" }]);
    expect(world.data.parkedReceipts).toEqual([]);
  });

  test("of many kinds, twice and in one call or several, end in the same status", async () => {
    const receipts = fc.array(
      fc.record({
        status: fc.constantFrom<ReceiptStatus>("submitted", "delivered", "failed", "read"),
        isNamed: fc.boolean(),
        isTogether: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(receipts, fc.nat(6), async (given, answerAt) => {
        const { answer, finish } = slowGateway();
        const world = await World.open({ flows: [passing], answer });
        await world.write("x");
        const [key = ""] = world.sentKeys();
        const calls: Promise<void>[] = [];
        for (const [index, { status, isNamed, isTogether }] of given.entries()) {
          if (index === answerAt) finish();
          calls.push(world.host.deliver([world.receiptEvent(status, "w1", isNamed ? key : undefined)]));
          if (!isTogether) await world.settle();
        }
        if (answerAt >= given.length) finish();
        await Promise.all(calls);
        await world.settle();
        const greatest = (["read", "failed", "delivered", "submitted"] as const).find((one) =>
          given.some(({ status }) => status === one),
        );
        expect(world.sends()).toMatchObject([{ state: "accepted", status: greatest }]);
        expect(record(world)?.status).toBe(greatest);
        expect(world.data.parkedReceipts).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a reply during a wait", () => {
  test("for a receipt is kept until the flow comes to hear it", async () => {
    const steps = [say("Hello", { waitFor: "delivery" }), hear(), say("Got $(receive.message)")];
    const world = await World.open({ flows: [flowOf("speaker", steps)] });
    await world.write("x");
    await world.write("early");
    expect(world.journal().at(-1)).toBe("speaker#1 message-deferred m2");
    await world.receipt("delivered", "w1");
    expect(world.sent().at(-1)).toBe("31612345678 Got early");
  });

  test("for the gateway's answer is kept as well", async () => {
    const { answer, finish } = slowGateway();
    const world = await World.open({ flows: [flowOf("speaker", [say("Hello"), hear(), pause(5)])], answer });
    await world.write("x");
    await world.write("early");
    finish();
    await world.settle();
    expect(world.live()).toEqual(["speaker#1 n5"]);
  });
});

test("a parked receipt is forgotten after nine days", async () => {
  const world = await World.open();
  await world.receipt("delivered", "w404");
  const day = 24 * 60 * 60 * 1000;
  await world.run(8 * day);
  expect(world.data.parkedReceipts).toHaveLength(1);
  await world.run(2 * day);
  expect(world.data.parkedReceipts).toEqual([]);
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
