import { describe, expect, test } from "vitest";
import { postOf, reportOfReceipt, reportOfRefusal } from "./delivery-report.ts";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { sendRow } from "./send-row.test-support.ts";

const url = "https://example.com/reports";
const reported = { notifyUrl: url, correlationId: "order-17", callbackData: "blue" };
const notify = { url, correlationId: "order-17", callbackData: "blue" };

function rowWith(request: object) {
  const row = sendRow();
  return { ...row, request: { ...row.request, notify, ...request } };
}

describe("a report", () => {
  test("on a receipt has Webex Connect's shape", () => {
    const receipt = { messageId: "w1", status: "delivered", at: 1_000, identityHash: "abc=" } as const;
    const row = rowWith({ to: { waId: "31612345678", bsuid: "NL.1" } });
    expect(postOf(row, reportOfReceipt(receipt), 5_000)).toEqual({
      id: "t-1-1 delivered",
      threadId: "t",
      url,
      body: {
        deliveryInfoNotification: {
          deliveryInfo: {
            timeStamp: "1970-01-01T00:00:01.000Z",
            waid: "31612345678",
            Description: "Delivered",
            code: "7500",
            bsuid: "NL.1",
            deliveryChannel: "whatsapp",
            additionalInfo: "",
            waidNormalized: "31612345678",
            destination: "31612345678",
            destinationType: "waid",
            identityKeyHash: "abc=",
            deliveryStatus: "Delivered",
          },
          subtid: "",
          transid: "t-1-1",
          callbackData: "blue",
          correlationid: "order-17",
        },
      },
      createdAt: 5_000,
      state: "queued",
      attempts: 0,
      nextAttemptAt: 5_000,
    });
  });

  test.each([
    ["submitted", "7501", "Submitted", "Submitted"],
    ["read", "7502", "Read", "Read"],
    ["failed", "7200", "Failed", "Failed"],
  ] as const)("on %s has its code and words", (status, code, description, deliveryStatus) => {
    const report = reportOfReceipt({ messageId: "w1", status, at: 0 });
    expect(report).toMatchObject({ code, description, deliveryStatus, additionalInfo: "" });
  });

  test.each([
    [
      { code: 131_049, title: "Not sent", details: "to maintain a healthy ecosystem" },
      "(#131049) | to maintain a healthy ecosystem",
    ],
    [{ code: 131_026, title: "Undeliverable", details: "" }, "(#131026) | Undeliverable"],
  ])("has the provider's error: %o", (error, additionalInfo) => {
    expect(reportOfReceipt({ messageId: "w1", status: "failed", at: 0, error }).additionalInfo).toBe(additionalInfo);
    const refusal = { code: "7871", sentence: "The provider refused it.", error };
    expect(reportOfRefusal(refusal, 0)).toMatchObject({ code: "7871", additionalInfo, deliveryStatus: "Failed" });
  });

  test.each([
    [{ bsuid: "NL.1" }, "NL.1", "bsuid"],
    [{ customerId: "k-17" }, "k-17", "customerid"],
  ])("names whom the message went to: %o", (to, destination, destinationType) => {
    const post = postOf(rowWith({ to }), reportOfReceipt({ messageId: "w1", status: "read", at: 0 }), 0);
    expect(post?.body).toMatchObject({
      deliveryInfoNotification: { deliveryInfo: { destination, destinationType, waid: "" } },
    });
  });

  test("names whom a customer id stood for", () => {
    const row = { ...rowWith({ to: { customerId: "k-17" } }), receiver: { waId: "31600000001" } };
    const post = postOf(row, reportOfReceipt({ messageId: "w1", status: "read", at: 0 }), 0);
    expect(post?.body).toMatchObject({ deliveryInfoNotification: { deliveryInfo: { destination: "31600000001" } } });
  });

  test("is owed once, and only to a URL", () => {
    const report = reportOfReceipt({ messageId: "w1", status: "read", at: 0 });
    expect(postOf({ ...rowWith({}), reported: ["read"] }, report, 0)).toBeUndefined();
    expect(postOf({ ...rowWith({}), reported: ["delivered"] }, report, 0)).toBeDefined();
    expect(postOf(rowWith({ notify: { ...notify, url: "" } }), report, 0)).toBeUndefined();
    expect(postOf(sendRow(), report, 0)).toBeUndefined();
  });
});

describe("a send with a notify URL", () => {
  const flow = flowOf("speaker", [say("Hello", reported), hear()]);

  test("is reported with each receipt, whatever their order, each once", async () => {
    const world = await World.open({ flows: [flow] });
    await world.write("x");
    await world.receipt("read", "w1");
    for (const status of ["delivered", "submitted", "delivered", "read"] as const) await world.receipt(status, "w1");
    expect(world.posted()).toEqual([`${url} 7502 Read`, `${url} 7500 Delivered`, `${url} 7501 Submitted`]);
    expect(world.posts().map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });

  test("is reported with receipts that came before its answer", async () => {
    const world = await World.open({ flows: [flow] });
    await world.receipt("delivered", "w1");
    await world.write("x");
    expect(world.posted()).toEqual([`${url} 7500 Delivered`]);
  });

  test("is reported after the conversation has ended, and after a restart", async () => {
    const world = await World.open({ flows: [flowOf("speaker", [say("Hello", reported)])] });
    await world.write("x");
    await world.restart();
    await world.receipt("failed", "w1");
    expect(world.posted()).toEqual([`${url} 7200 Failed`]);
  });

  test.each([
    ["refused by a policy of ours", { expiry: { type: "seconds", seconds: 1 } }, "7705", undefined],
    [
      "refused by the provider",
      {},
      "7871",
      { type: "refused", isPolicy: false, error: { code: 131_026, title: "", details: "" } },
    ],
  ] as const)("that is %s is reported as failed", async (_, rest, code, answer) => {
    const busy = { type: "retryable", reason: "busy" } as const;
    const flows = [flowOf("speaker", [say("Hello", { ...reported, ...rest })])];
    const world = await World.open({ flows, answer: () => answer ?? busy });
    await world.write("x");
    await world.run(2_000);
    expect(world.posted()).toEqual([`${url} ${code} Failed`]);
  });

  test("is not reported while it is tried again, nor where a turn was not committed", async () => {
    let conflicts = 0;
    const wrapStore = (store: World["store"]): World["store"] => ({
      ...store,
      commit: async (units) =>
        units.some(({ posts = [] }) => posts.length > 0) && (conflicts += 1) <= 3
          ? units.map(() => ({ type: "conflict" as const }))
          : store.commit(units),
    });
    const world = await World.open({
      flows: [flow],
      wrapStore,
      answer: (_, attempt) => (attempt === 1 ? { type: "retryable", reason: "busy" } : undefined),
    });
    await world.write("x");
    expect(world.posts()).toEqual([]);
    await world.run(1_000);
    await world.receipt("delivered", "w1");
    expect(world.posted()).toEqual([`${url} 7500 Delivered`]);
  });
});
